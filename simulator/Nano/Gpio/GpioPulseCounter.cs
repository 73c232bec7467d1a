using UlmEdge.Simulator.Nano;

namespace System.Device.Gpio;

/// <summary>The pulse counter (PCNT) of the ESP32 on one pin: it counts while the CPU does something else.</summary>
/// <remarks>nanoframework/nanoFramework.Hardware.Esp32; overflows of the 16-bit hardware counter are added up by the platform.</remarks>
public sealed class GpioPulseCounter : IDisposable
{
    private readonly HostBoard _board = HostBoard.Current;
    private readonly int _pin;
    private long _from;
    private long _counted;

    /// <summary>A counter that does not count yet.</summary>
    public GpioPulseCounter(int pinNumberA, int pinNumberB = -1)
    {
        if (pinNumberB >= 0)
        {
            throw new NotSupportedException("the virtual boards count on one pin only");
        }

        _pin = pinNumberA;
    }

    /// <summary>Which edges count.</summary>
    public GpioPulsePolarity Polarity { get; set; }

    /// <summary>Pulses shorter than so many cycles of the 80 MHz clock are ignored; at most 1023.</summary>
    /// <remarks>Since nf-interpreter uses the driver of ESP-IDF 5 it means nanoseconds. Here no pulse is so short.</remarks>
    public ushort FilterPulses { get; set; }

    /// <summary>Whether it counts.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Begins to count.</summary>
    public void Start()
    {
        _from = Edges();
        IsStarted = true;
    }

    /// <summary>Stops counting.</summary>
    public void Stop()
    {
        _counted += IsStarted ? Edges() - _from : 0;
        IsStarted = false;
    }

    /// <summary>What it has counted.</summary>
    public GpioPulseCount Read() => new()
    {
        Count = _counted + (IsStarted ? Edges() - _from : 0),
        RelativeTime = TimeSpan.FromMilliseconds(_board.UptimeMs),
    };

    /// <summary>What it had counted; it begins at 0 again.</summary>
    public GpioPulseCount Reset()
    {
        GpioPulseCount count = Read();
        _counted = 0;
        _from = IsStarted ? Edges() : 0;
        return count;
    }

    /// <summary>Gives the pin free.</summary>
    public void Dispose() => IsStarted = false;

    private long Edges() => _board.CountPulses(_pin) * (Polarity == GpioPulsePolarity.Both ? 2 : 1);
}
