using System.Device.I2c;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Nano;

namespace UlmEdge.Tests.Conformance;

/// <summary>
/// A board on a laboratory bench: an I2C bus with a clamp on it, serial ports, contacts, voltages, and a clock that the test moves.
/// </summary>
internal sealed class BenchBoard : HostBoard
{
    private readonly Lock _gate = new();
    private int _transfers;
    private (int Transfer, int Byte, int Bit)? _flip;
    private int _nakAt = -1;
    private int _goneFrom = int.MaxValue;

    public Wiring Wiring { get; } = new();

    public long UptimeUs { get; set; }

    /// <summary>What the chips and lines allocated, and not the binding.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>How often the firmware slept; a driver of ours never does.</summary>
    public int Sleeps { get; private set; }

    /// <summary>What came out at the serial console.</summary>
    public List<string> Printed { get; } = [];

    /// <summary>Transfers since the last <see cref="CountTransfers"/>, and how many bytes each one read.</summary>
    public List<int> ReadLengths { get; } = [];

    /// <summary>Begins to count transfers; a fault is injected at one of them.</summary>
    public void CountTransfers((int Transfer, int Byte, int Bit)? flip = null, int nakAt = -1, int goneFrom = int.MaxValue)
    {
        _transfers = 0;
        _flip = flip;
        _nakAt = nakAt;
        _goneFrom = goneFrom;
        ReadLengths.Clear();
    }

    public override I2cTransferStatus TransferI2c(
        int busId, int address, ReadOnlySpan<byte> write, Span<byte> read, out int bytesTransferred)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        I2cTransferStatus status = Transfer(address, write, read, out bytesTransferred);
        AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - before;
        return status;
    }

    private I2cTransferStatus Transfer(int address, ReadOnlySpan<byte> write, Span<byte> read, out int bytesTransferred)
    {
        UptimeUs += 25 * (write.Length + read.Length + 1); // 400 kHz, nine clocks a byte
        int transfer = _transfers++;
        ReadLengths.Add(read.Length);
        if (transfer == _nakAt || transfer >= _goneFrom)
        {
            bytesTransferred = 0;
            return I2cTransferStatus.SlaveAddressNotAcknowledged;
        }

        I2cTransferStatus status = Wiring.Bus.Transfer(UptimeUs, address, write, read, out bytesTransferred);
        if (_flip is var (at, index, bit) && transfer == at)
        {
            read[index] ^= (byte)(1 << bit);
        }

        return status;
    }

    public override long UptimeMs => UptimeUs / 1000;

    public override void Sleep(int milliseconds)
    {
        Sleeps++;
        UptimeUs += 1000L * milliseconds;
    }

    public override void SetPinFunction(int pin, int function)
    {
    }

    public override IHostSerial? Serial(int port) => Wiring.Lines.TryGetValue(port, out SerialLine? line)
        ? new BenchLine(new HostedLine(line, () => UptimeUs, _gate), bytes => AllocatedBytes += bytes)
        : null;

    public override int ReadAdc(int channel)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        int code = Wiring.Convert(channel, UptimeUs);
        AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - before;
        return code;
    }

    public override long CountPulses(int pin)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        long pulses = Wiring.Contacts.TryGetValue(pin, out IPulseSource? contact) ? contact.PulsesUntil(UptimeUs) : 0;
        AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - before;
        return pulses;
    }

    public override string TargetName => "ESP32_REV3";

    public override byte[] FactoryId => [0x24, 0x6F, 0x28, 1, 2, 3];

    public override long ClockUnixMs => UptimeMs;

    public override string? CertificateStore => null;

    public override void SetClock(long unixMs) => throw new NotSupportedException();

    public override CancellationToken PowerOff => CancellationToken.None;

    public override int NextRandom(int limit) => 0;

    public override void WriteLine(string text) => Printed.Add(text);

    public override void Reboot() => throw new NotSupportedException();

    public override void WritePin(int pin, bool high) => throw new NotSupportedException();

    public override IFlashVolume Flash => throw new NotSupportedException();

    public override IBoardNetwork Network => throw new NotSupportedException();
}
