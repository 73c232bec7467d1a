using UlmEdge.Core;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Tests.Worlds;

/// <summary>
/// What a node holds in memory does not grow from day to day, also with an outage a day; until its journal is full, each file of
/// it is an object more.
/// </summary>
public sealed class MemoryTests(ITestOutputHelper output)
{
    private const long HourMs = 3_600_000;
    private const int Days = 15;
    private const int FullAfterDays = 11;
    private const int SegmentBytes = 168; // With its name.
    private const int DigitBytes = 12; // A number in a text is a digit longer or shorter.
    private const int BudgetBytes = 44 * 1024; // Without PSRAM, beside all that is loaded (SIZES.md).

    [Fact]
    public void Days_hold_what_the_day_before_held()
    {
        long[] highWater = new long[Days + 1];
        Fault[] faults = [.. Enumerable.Range(0, Days).SelectMany(FaultsOf).Select((fault, i) => fault with { Number = i })];
        Verdict verdict = new();
        WorldPlan plan = new(4711, Days, 1, FaultIntensity.None, null, faults);
        WorldNode node = new(plan, 0, new ClimateWeather(4711), Streets.At(0), verdict);
        node.Looking = running =>
        {
            long day = Math.Min(node.WorldMs / (24 * HourMs), Days);
            highWater[day] = Math.Max(highWater[day], HeldMemory.Of(running));
        };
        node.Live();
        Assert.True(verdict.IsKept, verdict.Fault);
        output.WriteLine($"A node holds at most, by day: {string.Join(", ", highWater)} bytes.");
        Assert.InRange(highWater[0], 1, BudgetBytes);
        Assert.InRange(highWater[FullAfterDays] - highWater[0], 0, Limits.SegmentsMax * SegmentBytes);
        Assert.All(highWater[FullAfterDays..Days], bytes => Assert.InRange(bytes - highWater[FullAfterDays], -DigitBytes, DigitBytes));
    }

    // The same on each day: hours without a network, and a flash that refuses for ten minutes.
    private static IEnumerable<Fault> FaultsOf(int day)
    {
        long startMs = day * 24 * HourMs;
        yield return new Fault(0, FaultKind.WifiLoss, 0, startMs + (2 * HourMs), startMs + (8 * HourMs), 0);
        yield return new Fault(0, FaultKind.FlashWriteError, 0, startMs + (12 * HourMs) + 30_000, startMs + (12 * HourMs) + 630_000, 0);
    }
}
