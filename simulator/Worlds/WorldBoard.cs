using System.Device.I2c;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Nano;

namespace UlmEdge.Simulator.Worlds;

/// <summary>The board of a node in a seeded world: nothing but what hangs on its pins, in the world's own time.</summary>
/// <remarks>The node's core is run without its edge here; of the platform only what the bindings call can be reached.</remarks>
internal sealed class WorldBoard(Wiring wiring, Surroundings surroundings) : HostBoard
{
    private readonly Lock _gate = new();

    /// <summary>Whether the firmware has died at a sensor.</summary>
    public bool HasDied { get; private set; }

    /// <summary>World time of the calls to come, in microseconds.</summary>
    public long WorldUs { get; set; }

    /// <inheritdoc/>
    public override CancellationToken PowerOff => CancellationToken.None;

    /// <inheritdoc/>
    public override long UptimeMs => WorldUs / 1000;

    /// <inheritdoc/>
    public override string TargetName => throw new NotSupportedException();

    /// <inheritdoc/>
    public override byte[] FactoryId => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long ClockUnixMs => throw new NotSupportedException();

    /// <inheritdoc/>
    public override string? CertificateStore => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetClock(long unixMs) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override IFlashVolume Flash => throw new NotSupportedException();

    /// <inheritdoc/>
    public override IBoardNetwork Network => throw new NotSupportedException();

    /// <inheritdoc/>
    public override I2cTransferStatus TransferI2c(
        int busId, int address, ReadOnlySpan<byte> write, Span<byte> read, out int bytesTransferred)
    {
        Alive(address);
        return wiring.Bus.Transfer(WorldUs, address, write, read, out bytesTransferred);
    }

    /// <inheritdoc/>
    public override IHostSerial? Serial(int port) => Alive(
        wiring.Lines.TryGetValue(port, out SerialLine? line) ? new HostedLine(line, () => WorldUs, _gate) : null);

    /// <inheritdoc/>
    public override int ReadAdc(int channel) => Alive(wiring.Convert(channel, WorldUs));

    /// <inheritdoc/>
    public override long CountPulses(int pin) => Alive(
        wiring.Contacts.TryGetValue(pin, out IPulseSource? contact) ? contact.PulsesUntil(WorldUs) : 0);

    /// <inheritdoc/>
    public override int NextRandom(int limit) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Sleep(int milliseconds) => WorldUs += 1000L * milliseconds;

    /// <inheritdoc/>
    public override void WriteLine(string text) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Reboot() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetPinFunction(int pin, int function)
    {
    }

    /// <inheritdoc/>
    public override void WritePin(int pin, bool high) => throw new NotSupportedException();

    // A board that dies of its sensor does so when that is asked for anything.
    private T Alive<T>(T value)
    {
        HasDied |= surroundings.Latest(FaultKind.BootLoop) is { } fault && BootLoopActs.IsAtSensor(fault);
        return HasDied ? throw new PowerCutException() : value;
    }
}
