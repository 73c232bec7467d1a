using System.Device.I2c;
using UlmEdge.Simulator.Chips;

namespace UlmEdge.Simulator.Board;

/// <summary>The I2C pins of a board with one sensor, whose plug can be pulled and put in again.</summary>
public sealed class SensorSocket
{
    // SDO of the sensor's breakout board at ground.
    private const int SensorAddress = 0x76;

    private readonly Lock _gate = new();
    private readonly I2cBus _bus = new();
    private readonly VirtualBmx280 _sensor;
    private readonly Queue<Action<long>> _mishaps = new();
    private bool _isPluggedIn = true;
    private long _busMs;

    /// <summary>A socket with a sensor that has no supply yet.</summary>
    public SensorSocket(VirtualBmx280 sensor)
    {
        _sensor = sensor;
        _bus.Attach(SensorAddress, sensor);
        sensor.Unplug();
    }

    /// <summary>What the firmware did that the sensor's datasheet does not allow.</summary>
    public IReadOnlyList<ChipViolation> Violations
    {
        get
        {
            lock (_gate)
            {
                return [.. _bus.Violations];
            }
        }
    }

    /// <summary>Pulls the plug.</summary>
    public void Unplug()
    {
        lock (_gate)
        {
            _isPluggedIn = false;
            _sensor.Unplug();
        }
    }

    /// <summary>Puts the plug in: the sensor powers on, also if it was in before.</summary>
    public void Plug()
    {
        lock (_gate)
        {
            _isPluggedIn = true;
            _sensor.Unplug();
        }
    }

    /// <summary>The supply comes back: a sensor that is plugged in powers on.</summary>
    public void PowerOn()
    {
        lock (_gate)
        {
            _sensor.Unplug();
        }
    }

    /// <summary>Something happens to the sensor or the bus, right before the next transaction.</summary>
    /// <param name="mishap">What; told the microseconds since the start of the world.</param>
    public void Suffer(Action<VirtualBmx280, I2cBus, long> mishap)
    {
        lock (_gate)
        {
            _mishaps.Enqueue(nowUs => mishap(_sensor, _bus, nowUs));
        }
    }

    /// <summary>One transaction on the bus.</summary>
    /// <param name="worldMs">When, by the board's own time, in milliseconds since the start of the world.</param>
    /// <param name="address">Seven-bit address.</param>
    /// <param name="write">Bytes to write.</param>
    /// <param name="read">Takes what the chip sends.</param>
    /// <param name="bytesTransferred">Bytes that were acknowledged.</param>
    public I2cTransferStatus Transfer(
        long worldMs, int address, ReadOnlySpan<byte> write, Span<byte> read, out int bytesTransferred)
    {
        lock (_gate)
        {
            // A board may have run ahead of the world when its power was cut, yet time on the bus must never go back.
            _busMs = Math.Max(_busMs, worldMs);
            if (_isPluggedIn && !_sensor.IsPlugged)
            {
                _sensor.Plug(_busMs * 1000); // Only now: the board's own time may be behind the world's.
            }

            while (_mishaps.TryDequeue(out Action<long>? mishap))
            {
                mishap(_busMs * 1000);
            }

            return _bus.Transfer(_busMs * 1000, address, write, read, out bytesTransferred);
        }
    }
}
