using System.Device.I2c;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.Simulation;

/// <summary>One chip that takes commands alone on a bus, a master without a driver, a clock that the test moves.</summary>
internal sealed class CommandBench
{
    private const int Address = 0x10;
    private readonly I2cBus _bus = new();
    private readonly II2cChip _chip;

    public CommandBench(II2cChip chip)
    {
        _chip = chip;
        _bus.Attach(Address, chip);
    }

    public static AirState Air { get; } = new(21.37, 56.2, 95_712);

    public static StreetState Street { get; } = new()
    {
        Pm1 = 6.1, Pm25 = 9.4, Pm4 = 11.2, Pm10 = 14.3, CarbonDioxidePpm = 447, Pollution = 1.3, SoundDecibels = 54.2,
    };

    public long UptimeUs { get; private set; } = 2_000_000;

    public void WaitMs(double milliseconds) => UptimeUs += (long)(1000 * milliseconds);

    /// <summary>Whether it was acknowledged.</summary>
    public bool Write(params byte[] bytes) => _bus.Transfer(UptimeUs, Address, bytes, [], out _) == I2cTransferStatus.FullTransfer;

    /// <summary>Whether a command of two bytes was acknowledged; then its time is waited for.</summary>
    public bool Command(int code, double waitMs = 1)
    {
        bool isTaken = Write((byte)(code >> 8), (byte)code);
        WaitMs(waitMs);
        return isTaken;
    }

    /// <summary>The words of an answer, or null when it was not acknowledged.</summary>
    public int[]? Read(int words) =>
        ReadBytes(3 * words) is { } bytes ? [.. Enumerable.Range(0, words).Select(i => (bytes[3 * i] << 8) | bytes[(3 * i) + 1])] : null;

    /// <summary>The bytes of an answer, or null when it was not acknowledged.</summary>
    public byte[]? ReadBytes(int count)
    {
        byte[] bytes = new byte[count];
        return _bus.Transfer(UptimeUs, Address, [], bytes, out _) == I2cTransferStatus.FullTransfer ? bytes : null;
    }

    /// <summary>Exactly this one thing was wrong.</summary>
    public void AssertOne(string sentence) => Assert.Equal([sentence], _chip.Violations.Select(violation => violation.Sentence));

    public void AssertNone() => Assert.Empty(_chip.Violations);
}
