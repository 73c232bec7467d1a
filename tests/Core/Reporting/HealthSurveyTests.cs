using UlmEdge.Core;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Reporting;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core.Reports;

/// <summary>Where the numbers of a report come from.</summary>
public class HealthSurveyTests
{
    private const int Minute = 60_000;
    private const int Hour = 60 * Minute;

    private readonly FakeWorld _world = new();

    [Fact]
    public void In_a_good_hour_nothing_is_missing()
    {
        Node node = _world.NewNode();
        _world.Run(node, Hour + (5 * Minute) + 10_000);
        HealthFacts facts = Take(node);
        Assert.Equal((1, 1, 3_910, 85_000), (facts.Boot, facts.Connections, facts.UptimeSeconds, facts.FreeHeapBytes));
        Assert.Equal((_world.BootUnixMs + _world.UptimeMs) / 1000, facts.UnixSeconds);
        Assert.Equal(facts.SamplesTaken, facts.SamplesSent);
        Assert.Equal(node.Counters.SamplesTaken, facts.SamplesTaken + node.WaitingSamples);
        Assert.Equal((node.WaitingSamples, node.Epoch, 1), (facts.WaitingSamples, facts.Epoch, facts.JournalFiles));
        Assert.All(facts.MissingReadings, count => Assert.Equal(0, count));
        Assert.Equal(-1, facts.AcknowledgeMaxMs); // Nobody has begun one here.
    }

    [Fact]
    public void In_an_outage_the_oldest_sample_grows_older_and_the_account_adds_up()
    {
        Node node = _world.NewNode();
        _world.Run(node, Hour);
        _world.IsUp = false;
        _world.Broker.Post(BrokerEventKind.Closed);
        _world.Run(node, 24 * Hour);
        HealthFacts facts = Take(node);
        Assert.Equal(node.WaitingSamples, facts.WaitingSamples);
        long oldest = facts.UptimeSeconds - (60 * (node.Counters.SamplesTaken - facts.WaitingSamples));
        Assert.InRange(facts.OldestAgeSeconds, oldest - 60, oldest + (oldest / 7));
        Assert.Equal(
            facts.SamplesTaken,
            facts.SamplesSent + facts.SamplesWaiting + facts.SamplesThinned + facts.SamplesEvicted + facts.SamplesUnreadable
                + facts.SamplesNotStored + facts.SamplesUnknown);
        Assert.True(facts.SamplesWaiting > 1_300);
    }

    [Fact]
    public void The_open_batch_is_waiting_too()
    {
        Node node = _world.NewNode();
        _world.Run(node, (2 * Minute) + 30_000);
        Assert.Equal((2, 90), (Take(node).WaitingSamples, Take(node).OldestAgeSeconds)); // The first batch did not wait.
    }

    [Fact]
    public void After_a_boot_the_age_is_known_once_the_oldest_has_been_read()
    {
        _world.IsUp = false;
        _world.Run(_world.NewNode(), Hour);
        Node node = _world.Reboot();
        _world.Run(node, 10 * Minute);
        Assert.Equal(-1, Take(node).OldestAgeSeconds);
        _world.IsUp = true;
        _world.Broker.PublishAnswer = BrokerEventKind.None;
        _world.Run(node, Minute);
        Assert.InRange(Take(node).OldestAgeSeconds, (70 * 60) + 1, 72 * 60);
    }

    [Fact]
    public void What_waits_in_memory_has_an_age_and_what_the_flash_refused_is_counted()
    {
        Node node = _world.NewNode();
        _world.IsUp = false;
        _world.Run(node, 10_000);
        HealthFacts before = Take(node);
        (int closes, long bytes) = (before.FlashCloses, before.FlashBytes);
        Assert.True(closes > 0 && bytes > 0 && before.FlashRefusals == 0);
        _world.FlashIsBroken = true;
        _world.Run(node, Hour);
        HealthFacts after = Take(node);
        Assert.True(node.IsInMemory);
        Assert.Equal((closes, bytes), (after.FlashCloses, after.FlashBytes));
        Assert.True(after.FlashRefusals > 0);
        Assert.InRange(after.OldestAgeSeconds, Hour / 1000 - 120, (Hour / 1000) + 10);
    }

    [Fact]
    public void Missing_readings_are_counted_by_reason()
    {
        _world.Sensor.Readings[1] = Reading.Missing(Absence.NoAnswer);
        _world.Sensor.Readings[2] = Reading.Missing(Absence.Frozen);
        Node node = _world.NewNode();
        _world.Run(node, (10 * Minute) + 10_000);
        int[] missing = Take(node).MissingReadings;
        Assert.Equal((11, 11), (missing[(int)Absence.NoAnswer], missing[(int)Absence.Frozen]));
        Assert.Equal(22, missing.Sum());
    }

    [Fact]
    public void Without_the_time_of_day_the_age_is_known_all_the_same()
    {
        _world.ClockIsSet = false;
        Node node = _world.NewNode();
        _world.Run(node, 30 * Minute);
        HealthFacts facts = Take(node);
        Assert.Equal((0, 1_800), (facts.UnixSeconds, facts.OldestAgeSeconds));
    }

    [Fact]
    public void A_survey_and_its_report_leave_no_garbage()
    {
        Node node = _world.NewNode();
        _world.Run(node, Hour);
        HealthReport report = new("ulm/v1/donau-07/");
        TextBuffer text = new(Limits.HealthBytesMax);
        report.Write(Take(node), text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            report.Write(node.Survey.Take(_world.UptimeMs), text);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private HealthFacts Take(Node node) => node.Survey.Take(_world.UptimeMs);
}
