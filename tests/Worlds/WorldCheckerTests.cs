using UlmEdge.Decoder;
using UlmEdge.Ports;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Weather;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Tests.Worlds;

/// <summary>The checkers see what they are there for: each gets one broken promise, and one that is kept.</summary>
public sealed class WorldCheckerTests
{
    private const long TrueUnixMs = 1_795_291_200_000;

    private readonly Verdict _verdict = new();
    private readonly NodeWitness _witness;
    private readonly EpochRecord _record = new(3, false);

    public WorldCheckerTests()
    {
        _witness = new NodeWitness("donau-07", _verdict);
        _witness.Epochs.Add(_record);
        for (int number = 0; number < 4; number++)
        {
            _record.Put(number, Sample(number));
        }
    }

    [Fact]
    public void What_was_taken_is_not_invented()
    {
        Check(Pack(Row(0, 21.00m)));
        Assert.True(_verdict.IsKept, _verdict.Fault);
    }

    [Theory]
    [InlineData(3, 4, 0, 21.01)] // another value
    [InlineData(3, 5, 0, 21.00)] // another boot
    [InlineData(3, 4, 9, 21.00)] // a sample that nobody took
    [InlineData(2, 4, 0, 21.00)] // another epoch
    public void What_was_not_taken_is_invented(int epoch, int boot, int number, double value)
    {
        Check(Pack(Row(number, (decimal)value)) with { Epoch = epoch, Boot = boot });
        Assert.Equal(Promise.NothingInvented, _verdict.Promise);
        Assert.False(_verdict.IsKept);
    }

    [Fact]
    public void A_missing_or_a_further_record_is_seen()
    {
        DataRow row = Row(0, 21.00m);
        Check(Pack(row with { Records = [row.Records[0]] }));
        Assert.False(_verdict.IsKept);
        Check(Pack(row with { Records = [.. row.Records, new DataRecord("rain", "mm", 1)] }));
        Assert.Equal(2, _verdict.Counts[(int)Promise.NothingInvented]);
    }

    [Fact]
    public void A_summary_is_that_of_its_samples()
    {
        Check(Summary(21.00m, 21.02m, 21.03m));
        Assert.True(_verdict.IsKept, _verdict.Fault);
        Check(Summary(21.00m, 21.02m, 21.04m));
        Assert.Equal(1, _verdict.Counts[(int)Promise.NothingInvented]);
        Check(Summary(21.00m, 21.05m, 21.03m));
        Assert.Equal(2, _verdict.Counts[(int)Promise.NothingInvented]);
    }

    [Fact]
    public void A_time_that_changes_is_seen()
    {
        Check(Pack(Row(0, 21.00m)));
        Check(Pack(Row(0, 21.00m) with { Seconds = (TrueUnixMs / 1000) + 1 }));
        Assert.Equal(Promise.OrderAndTimes, _verdict.Promise);
    }

    [Fact]
    public void A_date_after_none_is_seen()
    {
        Check(Pack(Row(0, 21.00m) with { Seconds = 0 }) with { IsDated = false });
        Assert.True(_verdict.IsKept, _verdict.Fault);
        Check(Pack(Row(0, 21.00m)));
        Assert.Equal(Promise.OrderAndTimes, _verdict.Promise);
    }

    [Fact]
    public void A_wrong_time_is_seen_unless_the_boot_was_misled()
    {
        DataRow late = Row(0, 21.00m) with { Seconds = (TrueUnixMs / 1000) + 10 };
        _record.At(0)!.Boot.IsMisled = true;
        Check(Pack(late));
        Assert.True(_verdict.IsKept, _verdict.Fault);
        _record.Put(0, Sample(0));
        Check(Pack(late));
        Assert.Equal(Promise.OrderAndTimes, _verdict.Promise);
    }

    [Fact]
    public void Times_that_do_not_increase_are_seen()
    {
        WorldBoot boot = _record.At(0)!.Boot;
        for (int number = 0; number < 2; number++)
        {
            TakenSample sample = Sample(number, boot);
            sample.PublishedSeconds = 5;
            sample.ArrivedAs = (3, number);
            _record.Put(number, sample);
        }

        OrderAndTimes.CheckEnd(_witness);
        Assert.Equal(Promise.OrderAndTimes, _verdict.Promise);
    }

    [Fact]
    public void One_sample_under_two_numbers_is_a_repetition()
    {
        _record.Put(1, _record.At(0)!);
        Check(Pack(Row(0, 21.00m)));
        NothingRepeated.Check(_witness, _record, Pack(Row(1, 21.00m)));
        Assert.Equal(Promise.NothingRepeated, _verdict.Promise);
    }

    [Fact]
    public void A_boot_that_forgets_and_an_epoch_without_need_are_losses()
    {
        _record.DurableUpTo = 4;
        NothingLost.CheckRecovered(_witness, _record, 4);
        Assert.True(_verdict.IsKept, _verdict.Fault);
        NothingLost.CheckRecovered(_witness, _record, 3);
        NothingLost.CheckNewEpoch(_witness, new EpochRecord(9, false));
        Assert.Equal(2, _verdict.Counts[(int)Promise.NothingLost]);
    }

    [Fact]
    public void A_value_that_is_not_that_of_the_air_is_seen()
    {
        AirState air = new(21.0, 50.0, 95_000);
        Honesty.Check(_witness, air, [Reading.Of(2101), Reading.Of(5000), Reading.Missing(Absence.NoAnswer)]);
        Assert.True(_verdict.IsKept, _verdict.Fault);
        Honesty.Check(_witness, air, [Reading.Of(2102), Reading.Of(5000), Reading.Of(95_000)]);
        Assert.Equal(Promise.Honesty, _verdict.Promise);
        Honesty.Check(_witness, AirState.Unknown, [Reading.Of(0), Reading.Of(0), Reading.Of(0)]);
        Assert.Equal(4, _verdict.Counts[(int)Promise.Honesty]);
    }

    [Fact]
    public void More_closes_than_the_budget_has_are_seen()
    {
        Bounds.CheckCloses(_witness, Bounds.ClosesPerHourMax);
        Assert.True(_verdict.IsKept, _verdict.Fault);
        Bounds.CheckCloses(_witness, Bounds.ClosesPerHourMax + 1);
        Assert.Equal(Promise.Bounds, _verdict.Promise);
    }

    private void Check(DataMessage pack)
    {
        if (NothingInvented.Check(_witness, null, pack) is { } record)
        {
            OrderAndTimes.Check(_witness, record, pack);
            NothingRepeated.Check(_witness, record, pack);
        }
    }

    private static TakenSample Sample(int number, WorldBoot? boot = null) => new()
    {
        Boot = boot ?? new WorldBoot(4, new Uptime(0, 0)),
        UptimeMs = 60_000 * number,
        TrueUnixMs = TrueUnixMs + (60_000 * number),
        Readings = [Reading.Of(2100 + number), Reading.Of(5000), Reading.Missing(Absence.NoAnswer)],
    };

    private static DataRow Row(int number, decimal temperature) => new(
        (TrueUnixMs / 1000) + (60 * number),
        number,
        1,
        [new("temp", "Cel", temperature), new("rh", "%RH", 50), new("press.q", null, 2)]);

    private static DataMessage Pack(DataRow row) => new("donau-07", 3, 4, row.FirstSample, 1, 0, true, [row]);

    private static DataMessage Summary(decimal least, decimal mean, decimal most) => new("donau-07", 3, 4, 0, 4, 600, true,
    [
        new DataRow(TrueUnixMs / 1000, 0, 4,
        [
            new("temp.min", "Cel", least), new("temp.mean", "Cel", mean), new("temp.max", "Cel", most),
            new("rh.min", "%RH", 50), new("rh.mean", "%RH", 50), new("rh.max", "%RH", 50), new("press.q", null, 2),
        ]),
    ]);
}
