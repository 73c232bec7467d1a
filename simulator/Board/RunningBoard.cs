using System.Device.I2c;
using UlmEdge.Simulator.Nano;

namespace UlmEdge.Simulator.Board;

/// <summary>A board from power-on to power-off: what its firmware can reach, until the power goes.</summary>
/// <remarks>
/// Threads that an earlier power-on left behind keep their own, dead, board and so cannot disturb the next one.
/// </remarks>
public sealed class RunningBoard : HostBoard
{
    // nanoFramework.Hardware.Esp32.DeviceFunction: 0x02 for I2C, the bus from 1, 0 for data and 1 for clock.
    private const int I2cFunctions = 0x02_0000;

    // 0x03 for UARTs, the port from 1, 0 for transmit and 1 for receive; 0x05 for converters, 1, the channel.
    private const int SerialFunctions = 0x03_0000;
    private const int AnalogFunctions = 0x05_0100;

    private readonly VirtualBoard _hardware;

    // Never disposed: threads that are slow to notice the loss of power still ask for its token.
    private readonly CancellationTokenSource _power = new();
    private readonly BoardTime _time;
    private readonly BoardNetwork _network;
    private readonly Thread _firmware = Thread.CurrentThread;
    private readonly Dictionary<int, int> _pinFunctions = [];
    private volatile bool _wantsRestart;
    private long _clockOffsetMs;

    /// <summary>Switches a board on; the calling thread is the one that runs the loop of its firmware.</summary>
    public RunningBoard(VirtualBoard hardware, WorldClock world)
    {
        _hardware = hardware;
        PowerOff = _power.Token;
        _time = new BoardTime(world, PowerOff);
        _network = new BoardNetwork(_time, hardware.AccessPoint);
    }

    /// <summary>Raised on the firmware's own thread, between two rounds of its loop.</summary>
    public event Action? Resting;

    /// <inheritdoc/>
    public override CancellationToken PowerOff { get; }

    /// <summary>Whether the firmware asked for a restart.</summary>
    public bool WantsRestart => _wantsRestart;

    /// <inheritdoc/>
    public override string TargetName => Powered(VirtualBoard.FirmwareTarget);

    /// <inheritdoc/>
    public override byte[] FactoryId => Powered<byte[]>([.. _hardware.FactoryId]);

    /// <inheritdoc/>
    public override long UptimeMs => Powered(_time.UptimeMs);

    /// <inheritdoc/>
    public override long ClockUnixMs => Powered(
        _network.ClockIsSet ? _time.WorldUnixMs + _hardware.ClockErrorMs : _time.UptimeMs + Volatile.Read(ref _clockOffsetMs));

    /// <inheritdoc/>
    public override string? CertificateStore => Powered(_hardware.CertificateStore);

    /// <inheritdoc/>
    public override void SetClock(long unixMs) => Volatile.Write(ref _clockOffsetMs, Powered(unixMs) - _time.UptimeMs);

    /// <inheritdoc/>
    public override IFlashVolume Flash => Powered<IFlashVolume>(Allocating(_hardware.Flash));

    /// <inheritdoc/>
    public override IBoardNetwork Network => Powered<IBoardNetwork>(Allocating(_network));

    /// <inheritdoc/>
    public override int NextRandom(int limit) => Powered(_hardware.NextRandom(limit));

    /// <inheritdoc/>
    public override void Sleep(int milliseconds)
    {
        ThrowIfOff();
        if (Thread.CurrentThread == _firmware)
        {
            Resting?.Invoke();
        }

        _time.Sleep(milliseconds);
        ThrowIfOff();
    }

    /// <inheritdoc/>
    public override void WriteLine(string text)
    {
        ThrowIfOff();
        _hardware.Debug.Write(text);
    }

    /// <inheritdoc/>
    public override void Reboot()
    {
        ThrowIfOff();
        _wantsRestart = true;
        Cut();
        throw new BoardOffException();
    }

    /// <inheritdoc/>
    public override void SetPinFunction(int pin, int function)
    {
        ThrowIfOff();
        lock (_pinFunctions)
        {
            _pinFunctions[pin] = function;
        }
    }

    /// <inheritdoc/>
    public override void WritePin(int pin, bool high)
    {
        ThrowIfOff();
        if (pin == VirtualBoard.LightPin)
        {
            _hardware.LightIsOn = high;
        }
    }

    /// <inheritdoc/>
    public override I2cTransferStatus TransferI2c(
        int busId, int address, ReadOnlySpan<byte> write, Span<byte> read, out int bytesTransferred)
    {
        ThrowIfOff();
        if (IsBusRouted(busId))
        {
            Allocating(busId);
            return _hardware.Sensor.Transfer(_time.WorldMs, address, write, read, out bytesTransferred);
        }

        bytesTransferred = 0;
        return I2cTransferStatus.SlaveAddressNotAcknowledged;
    }

    /// <inheritdoc/>
    public override IHostSerial? Serial(int port)
    {
        ThrowIfOff();
        int transmit = SerialFunctions + (port << 8);
        return IsRouted(transmit) && IsRouted(transmit + 1) ? _hardware.Sensor.Serial(port, () => Powered(_time.WorldMs)) : null;
    }

    /// <inheritdoc/>
    public override int ReadAdc(int channel)
    {
        ThrowIfOff();
        return IsRouted(AnalogFunctions + channel) ? _hardware.Sensor.Convert(channel, _time.WorldMs) : 0;
    }

    /// <inheritdoc/>
    public override long CountPulses(int pin) => Powered(_hardware.Sensor.Pulses(pin, _time.WorldMs));

    /// <summary>Takes the power away: every call of the firmware fails from now on.</summary>
    public void Cut() => _power.Cancel();

    /// <summary>Takes the network away under open connections.</summary>
    public void DropNetwork() => _network.Drop();

    /// <summary>Makes open connections half-open.</summary>
    public void SwallowConnections() => _network.SwallowConnections();

    // The chips hang on two pins; a bus controller reaches them only when it was routed to just these.
    private bool IsBusRouted(int busId)
    {
        int data = I2cFunctions + (busId << 8);
        lock (_pinFunctions)
        {
            return _pinFunctions.GetValueOrDefault(VirtualBoard.DataPin) == data
                && _pinFunctions.GetValueOrDefault(VirtualBoard.ClockPin) == data + 1;
        }
    }

    private bool IsRouted(int function)
    {
        lock (_pinFunctions)
        {
            return _pinFunctions.ContainsValue(function);
        }
    }

    // What is asked for here is what a driver, a file or a socket allocates buffers for.
    private T Allocating<T>(T value) => _hardware.IsOutOfMemory ? throw new OutOfMemoryException() : value;

    private T Powered<T>(T value)
    {
        ThrowIfOff();
        return value;
    }

    private void ThrowIfOff()
    {
        if (PowerOff.IsCancellationRequested)
        {
            throw new BoardOffException();
        }
    }
}
