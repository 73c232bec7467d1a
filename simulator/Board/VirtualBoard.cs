using UlmEdge.Core;
using UlmEdge.Simulator.Firmware;
using UlmEdge.Simulator.Nano;

namespace UlmEdge.Simulator.Board;

/// <summary>An ESP32 DevKit (WROOM-32) with sensors on its pins; its firmware has a thread of its own.</summary>
/// <remarks>What outlives a power cut is here, what does not is in <see cref="RunningBoard"/>.</remarks>
public sealed class VirtualBoard
{
    /// <summary>The board's name in the configuration.</summary>
    public const string BoardName = "esp32-devkit";

    /// <summary>The firmware build it runs (nanoff --target).</summary>
    public const string FirmwareTarget = "ESP32_REV3";

    /// <summary>The pin with the board's light.</summary>
    public const int LightPin = 2;

    /// <summary>The pin with the I2C data line (SDA).</summary>
    public const int DataPin = 21;

    /// <summary>The pin with the I2C clock line (SCL).</summary>
    public const int ClockPin = 22;

    private const int StackBytes = 512 * 1024;

    // Firmware that ignores the loss of its power is a fault worth hearing of; an honest one ends in no time.
    private static readonly TimeSpan UnwindMax = TimeSpan.FromSeconds(10);

    private readonly WorldClock _world;
    private readonly Random _random;
    private readonly Lock _gate = new();
    private volatile RunningBoard? _running;
    private volatile bool _lightIsOn;
    private volatile bool _isUp;
    private volatile int _memoryFailuresPercent;
    private long _clockErrorMs;
    private bool _hasPower;
    private Thread? _thread;

    /// <summary>A board without power.</summary>
    /// <param name="name">Names its thread.</param>
    /// <param name="world">The time of its world.</param>
    /// <param name="sensor">Its sensors.</param>
    /// <param name="seed">Decides its factory id and its random numbers.</param>
    public VirtualBoard(string name, WorldClock world, SensorSocket sensor, int seed)
    {
        Name = name;
        Sensor = sensor;
        _world = world;
        _random = new Random(seed);
        _random.NextBytes(FactoryId);
        Flash.PowerFails = CutPower;
        FactoryId[0] &= 0xFC; // A burned-in address: neither multicast nor locally administered.
    }

    /// <summary>Raised on the firmware's thread when its loop is about to begin, with what it runs on.</summary>
    public event Action<RunningBoard, Node>? Booted;

    /// <summary>The board's name.</summary>
    public string Name { get; }

    /// <summary>Its sensors.</summary>
    public SensorSocket Sensor { get; }

    /// <summary>The flash volume.</summary>
    public FlashVolume Flash { get; } = new();

    /// <summary>The access point that the board is provisioned for.</summary>
    public AccessPoint AccessPoint { get; } = new();

    /// <summary>The device's store of authorities' certificates, as PEM text, or null for an empty one.</summary>
    public string? CertificateStore { get; set; }

    /// <summary>What the firmware writes to the debugger.</summary>
    public DebugOutput Debug { get; } = new();

    /// <summary>The six bytes burned into the chip.</summary>
    public byte[] FactoryId { get; } = new byte[6];

    /// <summary>Whether the board is on.</summary>
    public bool HasPower
    {
        get
        {
            lock (_gate)
            {
                return _hasPower;
            }
        }
    }

    /// <summary>By how much the time servers that the board asks are wrong.</summary>
    public long ClockErrorMs
    {
        get => Interlocked.Read(ref _clockErrorMs);
        set => Interlocked.Exchange(ref _clockErrorMs, value);
    }

    /// <summary>Of a hundred calls that allocate much, how many find no memory once the node runs.</summary>
    public int MemoryFailuresPercent
    {
        get => _memoryFailuresPercent;
        set => _memoryFailuresPercent = value;
    }

    /// <summary>Whether a call that allocates much finds no memory, this time.</summary>
    public bool IsOutOfMemory => _memoryFailuresPercent > 0 && _isUp && NextRandom(100) < _memoryFailuresPercent;

    /// <summary>Whether the board's light is on.</summary>
    public bool LightIsOn
    {
        get => _lightIsOn;
        set => _lightIsOn = value;
    }

    /// <summary>Why the firmware ended although the board has power: it must never; null while it did not.</summary>
    public Exception? Crash { get; private set; }

    /// <summary>Switches the board on.</summary>
    public void PowerOn()
    {
        Sensor.PowerOn();
        lock (_gate)
        {
            _hasPower = true;
        }

        _thread = new Thread(RunUntilOff, StackBytes) { Name = Name, IsBackground = true };
        _thread.Start();
    }

    /// <summary>Takes the power away; <see cref="AwaitOff"/> waits for the firmware to have ended.</summary>
    public void CutPower()
    {
        lock (_gate)
        {
            _hasPower = false;
        }

        _running?.Cut();
        LightIsOn = false;
    }

    /// <summary>Waits until the firmware has ended; if it does not, that counts as a crash.</summary>
    public void AwaitOff()
    {
        if (_thread is { } thread && !thread.Join(UnwindMax))
        {
            Crash = new TimeoutException("it goes on without power");
        }
    }

    /// <summary>Takes the board's network away, or gives it back.</summary>
    public void SetNetwork(bool isOn)
    {
        AccessPoint.IsOn = isOn;
        if (!isOn)
        {
            _running?.DropNetwork();
        }
    }

    /// <summary>Makes the board's open connections half-open: they swallow everything, and nobody is told.</summary>
    public void SwallowConnections() => _running?.SwallowConnections();

    /// <summary>A number from the chip's random generator.</summary>
    public int NextRandom(int limit)
    {
        lock (_random)
        {
            return _random.Next(limit);
        }
    }

    private void RunUntilOff()
    {
        bool again = true;
        while (again)
        {
            _isUp = false;
            RunningBoard board = new(this, _world);
            lock (_gate)
            {
                if (!_hasPower)
                {
                    return;
                }

                _running = board;
            }

            again = Run(board) && board.WantsRestart;
        }
    }

    // True when the firmware ended as it should: by the loss of power.
    private bool Run(RunningBoard board)
    {
        board.Enter();
        Turnstile.Enter();
        try
        {
            RunningFirmware.Run(node =>
            {
                Booted?.Invoke(board, node);
                _isUp = true;
            });
            Crash = new InvalidOperationException("Program.Main returned");
        }
        catch (BoardOffException)
        {
            return true;
        }
        catch (Exception error)
        {
            Crash = error;
        }
        finally
        {
            Turnstile.Leave();
        }

        board.Cut();
        return false;
    }
}
