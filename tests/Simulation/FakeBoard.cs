using System.Collections.Concurrent;
using System.Device.I2c;
using UlmEdge.Simulator.Nano;

namespace UlmEdge.Tests.Simulation;

/// <summary>
/// A board that does nothing by itself: sleeping only moves its clock, and its parts are open to the test.
/// </summary>
internal sealed class FakeBoard : HostBoard
{
    private readonly CancellationTokenSource _power = new();
    private long _uptimeMs;

    /// <summary>Makes a board and lets the calling test run on it.</summary>
    public FakeBoard()
    {
        PowerOff = _power.Token;
        Enter();
    }

    public FakeFlash Files { get; init; } = new();

    public FakeNetwork Radio { get; } = new();

    /// <summary>Chips by address, on whatever bus.</summary>
    public Dictionary<int, FakeChip> Chips { get; } = [];

    public Dictionary<int, IHostSerial> SerialPorts { get; } = [];

    /// <summary>Edges at every pin.</summary>
    public long Pulses { get; set; }

    public ConcurrentQueue<string> Lines { get; } = new();

    public Dictionary<int, bool> Pins { get; } = [];

    public bool HasRebooted { get; private set; }

    public override CancellationToken PowerOff { get; }

    public override string TargetName => Powered("ESP32_REV3");

    public override byte[] FactoryId => Powered<byte[]>([0x24, 0x0A, 0xC4, 1, 2, 3]);

    public override long UptimeMs => Powered(Interlocked.Read(ref _uptimeMs));

    public override long ClockUnixMs => UptimeMs + ClockOffsetMs;

    public long ClockOffsetMs { get; set; }

    public override string? CertificateStore => Store;

    public string? Store { get; set; }

    public override void SetClock(long unixMs) => ClockOffsetMs = unixMs - UptimeMs;

    public override IFlashVolume Flash => Powered(Files);

    public override IBoardNetwork Network => Powered(Radio);

    /// <summary>Takes the power away, for good: switching on again means another board.</summary>
    public void Cut() => _power.Cancel();

    public override int NextRandom(int limit) => Powered(limit / 2);

    public override void Sleep(int milliseconds) => Powered(Interlocked.Add(ref _uptimeMs, milliseconds));

    public override void WriteLine(string text)
    {
        Powered(0);
        Lines.Enqueue(text);
    }

    public override void Reboot()
    {
        HasRebooted = true;
        Cut();
        throw new BoardOffException();
    }

    public override IHostSerial? Serial(int port) => Powered(SerialPorts.GetValueOrDefault(port));

    public override int ReadAdc(int channel) => Powered(0);

    public override long CountPulses(int pin) => Powered(Pulses);

    public override void SetPinFunction(int pin, int function) => Powered(0);

    public override void WritePin(int pin, bool high) => Pins[pin] = Powered(high);

    public override I2cTransferStatus TransferI2c(
        int busId, int address, ReadOnlySpan<byte> write, Span<byte> read, out int bytesTransferred)
    {
        bytesTransferred = Powered(0);
        if (!Chips.TryGetValue(address, out FakeChip? chip))
        {
            return I2cTransferStatus.SlaveAddressNotAcknowledged;
        }

        chip.Transfer(write, read);
        bytesTransferred = write.Length + read.Length;
        return I2cTransferStatus.FullTransfer;
    }

    private T Powered<T>(T value) => PowerOff.IsCancellationRequested ? throw new BoardOffException() : value;
}
