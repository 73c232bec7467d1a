using UlmEdge.Simulator.Nano;

namespace System.Device.Gpio;

/// <summary>One opened pin of the virtual board.</summary>
public sealed class GpioPin : IDisposable
{
    private readonly HostBoard _board;
    private readonly GpioPins _pins;
    private PinMode _mode = PinMode.Input;
    private PinValue _driven = PinValue.Low;
    private bool _disposed;

    internal GpioPin(HostBoard board, GpioPins pins, int pinNumber)
    {
        _board = board;
        _pins = pins;
        PinNumber = pinNumber;
    }

    /// <summary>The chip's number of the pin.</summary>
    public int PinNumber { get; }

    /// <summary>What the pin is used for.</summary>
    public PinMode GetPinMode()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _mode;
    }

    /// <summary>Sets what the pin is used for.</summary>
    public void SetPinMode(PinMode value)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _mode = value;
    }

    /// <summary>
    /// What an output is driven to. The virtual boards have nothing connected to inputs: they read as low.
    /// </summary>
    public PinValue Read()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _driven;
    }

    /// <summary>Drives an output.</summary>
    /// <exception cref="InvalidOperationException">The pin is an input.</exception>
    public void Write(PinValue value)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_mode < PinMode.Output)
        {
            throw new InvalidOperationException();
        }

        _driven = value;
        _board.WritePin(PinNumber, (bool)value);
    }

    /// <summary>Drives an output to the other side.</summary>
    public void Toggle() => Write(!(bool)_driven);

    /// <summary>Gives the pin free.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _pins.Release(PinNumber);
        }
    }
}
