using System.Device.I2c;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Nano;

namespace UlmEdge.Simulator.Board;

/// <summary>The pins of a board with its sensors, whose plugs can be pulled and put in again.</summary>
/// <remarks>A board's own time may run ahead of the world's, or behind it, yet time on a bus must never go back: it is kept here.</remarks>
public sealed class SensorSocket
{
    // SDO of the sensor's breakout board at ground.
    private const int SensorAddress = 0x76;

    // Bootloader and nanoCLR run before the firmware: so long its sensors have had their supply when it first asks for them.
    private const int BootMs = 500;

    private readonly Lock _gate = new();
    private readonly Wiring _wiring;
    private readonly Queue<Action<long>> _mishaps = new();
    private readonly bool[] _isPluggedIn;
    private long _busMs = -BootMs;

    /// <summary>A socket with one sensor on the I2C bus that has no supply yet.</summary>
    public SensorSocket(VirtualBmx280 sensor)
        : this(Wired(sensor))
    {
    }

    /// <summary>A socket with all that hangs on a board; nothing has supply yet.</summary>
    public SensorSocket(Wiring wiring)
    {
        _wiring = wiring;
        _isPluggedIn = [.. wiring.Chips.Select(_ => true)];
        PowerOn();
    }

    /// <summary>What the firmware did that a sensor's datasheet does not allow.</summary>
    public IReadOnlyList<ChipViolation> Violations
    {
        get
        {
            lock (_gate)
            {
                return [.. _wiring.Violations];
            }
        }
    }

    /// <summary>Sensors.</summary>
    public int Count => _isPluggedIn.Length;

    /// <summary>Pulls the plug of a sensor.</summary>
    public void Unplug(int index = 0)
    {
        lock (_gate)
        {
            _isPluggedIn[index] = false;
            _wiring.Chips[index].Unplug();
        }
    }

    /// <summary>Puts the plug in: the sensor powers on, also if it was in before.</summary>
    public void Plug(int index = 0)
    {
        lock (_gate)
        {
            _isPluggedIn[index] = true;
            _wiring.Chips[index].Unplug();
        }
    }

    /// <summary>The supply comes back: sensors that are plugged in power on.</summary>
    public void PowerOn()
    {
        lock (_gate)
        {
            foreach (IVirtualChip chip in _wiring.Chips)
            {
                chip.Unplug();
            }
        }
    }

    /// <summary>Something happens to the sensors or their lines, right before they are asked next.</summary>
    /// <param name="mishap">What; told the microseconds since the start of the world.</param>
    public void Suffer(Action<Wiring, long> mishap)
    {
        lock (_gate)
        {
            _mishaps.Enqueue(nowUs => mishap(_wiring, nowUs));
        }
    }

    /// <summary>One transaction on the I2C bus.</summary>
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
            return _wiring.Bus.Transfer(NowUs(worldMs), address, write, read, out bytesTransferred);
        }
    }

    /// <summary>A serial port, or null where nothing hangs on it.</summary>
    /// <param name="port">From 1.</param>
    /// <param name="worldMs">Tells the board's own time in milliseconds since the start of the world.</param>
    public IHostSerial? Serial(int port, Func<long> worldMs) => _wiring.Lines.TryGetValue(port, out SerialLine? line)
        ? new HostedLine(line, () => NowUs(worldMs()), _gate)
        : null;

    /// <summary>One conversion of a voltage.</summary>
    public int Convert(int channel, long worldMs)
    {
        lock (_gate)
        {
            return _wiring.Convert(channel, NowUs(worldMs));
        }
    }

    /// <summary>Pulses at a pin since the start of the world.</summary>
    public long Pulses(int pin, long worldMs)
    {
        lock (_gate)
        {
            long nowUs = NowUs(worldMs);
            return _wiring.Contacts.TryGetValue(pin, out IPulseSource? contact) ? contact.PulsesUntil(nowUs) : 0;
        }
    }

    private static Wiring Wired(VirtualBmx280 sensor)
    {
        Wiring wiring = new();
        wiring.Bus.Attach(SensorAddress, sensor);
        wiring.Chips.Add(sensor);
        return wiring;
    }

    private long NowUs(long worldMs)
    {
        lock (_gate)
        {
            long beforeMs = _busMs;
            _busMs = Math.Max(_busMs, worldMs);
            for (int i = 0; i < _isPluggedIn.Length; i++)
            {
                if (_isPluggedIn[i] && !_wiring.Chips[i].IsPlugged)
                {
                    // Only now: the board's own time may be behind the world's.
                    _wiring.Chips[i].Plug(Math.Max(beforeMs, _busMs - BootMs) * 1000);
                }
            }

            while (_mishaps.TryDequeue(out Action<long>? mishap))
            {
                mishap(_busMs * 1000);
            }

            return _busMs * 1000;
        }
    }
}
