namespace System.Device.Gpio;

/// <summary>High or low.</summary>
public readonly struct PinValue
{
    private readonly bool _high;

    private PinValue(bool high) => _high = high;

    /// <summary>The pin is at the supply.</summary>
    public static PinValue High => new(true);

    /// <summary>The pin is at ground.</summary>
    public static PinValue Low => default;

    /// <summary>Everything but 0 is high.</summary>
    public static implicit operator PinValue(int value) => new(value != 0);

    /// <summary>True is high.</summary>
    public static implicit operator PinValue(bool value) => new(value);

    /// <summary>1 or 0.</summary>
    public static explicit operator byte(PinValue value) => value._high ? (byte)1 : (byte)0;

    /// <summary>1 or 0.</summary>
    public static explicit operator int(PinValue value) => value._high ? 1 : 0;

    /// <summary>Whether it is high.</summary>
    public static explicit operator bool(PinValue value) => value._high;

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(PinValue a, PinValue b) => a._high == b._high;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(PinValue a, PinValue b) => a._high != b._high;

    /// <summary>Whether both are the same.</summary>
    public bool Equals(PinValue other) => _high == other._high;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PinValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _high ? 1 : 0;

    /// <inheritdoc/>
    public override string ToString() => _high ? "High" : "Low";
}
