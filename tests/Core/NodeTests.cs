using System.Buffers.Binary;
using System.Text.Json;
using UlmEdge.Core;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

public class NodeTests
{
    private const int Minute = 60_000;
    private const int Hour = 60 * Minute;

    private readonly FakeWorld _world = new();

    [Fact]
    public void At_defaults_nothing_waits_longer_than_five_minutes()
    {
        Node node = _world.NewNode();
        _world.Run(node, Hour + 10_000);
        Assert.Equal(61, node.Counters.SamplesTaken);
        Assert.InRange(node.Counters.SamplesAcknowledged, 56, 61);
        Assert.InRange(node.Counters.BatchesAcknowledged, 10, 11);
    }

    [Fact]
    public void Sample_numbers_are_dense_and_times_increase_in_what_is_sent()
    {
        _world.Run(_world.NewNode(), 2 * Hour);
        int expected = 0;
        long lastSeconds = 0;
        foreach (JsonElement pack in _world.Broker.Data.Select(text => JsonDocument.Parse(text).RootElement))
        {
            int[] numbers = [.. pack[0].GetProperty("vs").GetString()!.Split('.').Select(int.Parse)];
            long baseSeconds = pack[0].GetProperty("bt").GetInt64();
            long[] times = [.. pack.EnumerateArray().Skip(1).Select(record =>
                baseSeconds + (record.TryGetProperty("t", out JsonElement t) ? t.GetInt64() : 0)).Distinct()];
            Assert.Equal((expected, times.Length), (numbers[2], numbers[3]));
            Assert.True(times[0] > lastSeconds);
            Assert.Equal(times.Order(), times);
            expected += numbers[3];
            lastSeconds = times[^1];
        }

        Assert.True(expected > 100);
    }

    [Fact]
    public void A_missing_reading_is_sent_as_a_reason_and_noted_once()
    {
        _world.Sensor.Readings[1] = Reading.Missing(Absence.NoAnswer);
        Node node = _world.NewNode();
        _world.Run(node, 5 * Minute + 10_000);
        Assert.Contains("{\"n\":\"rh.q\",\"v\":2}", _world.Broker.Data.First());
        Assert.DoesNotContain("\"n\":\"rh\"", _world.Broker.Data.First());
        Assert.Single(_world.Events, e => e.What == NodeEvent.ReadingMissing);

        _world.Sensor.Readings[1] = Reading.Of(5_000);
        _world.Run(node, 5 * Minute);
        Assert.Single(_world.Events, (NodeEvent.ReadingBack, (int)Quantity.RelativeHumidity));
    }

    [Fact]
    public void A_sensor_that_never_delivers_does_not_hold_the_sample_up()
    {
        _world.Sensor.Postponements = int.MaxValue;
        Node node = _world.NewNode();
        _world.Run(node, Minute);
        Assert.Equal(1, node.Counters.SamplesTaken);
        Assert.Equal(Absence.NoAnswer, node.Latest(0).Absence);
    }

    [Fact]
    public void After_stop_all_that_was_taken_is_sent_and_nothing_more_is_taken()
    {
        Node node = _world.NewNode();
        _world.Run(node, 3 * Minute + 1_000);
        Assert.False(node.IsDrained);
        node.Stop();
        _world.Run(node, Minute);
        Assert.True(node.IsDrained);
        Assert.Equal((4, 4), (node.Counters.SamplesTaken, node.Counters.SamplesAcknowledged));
    }

    [Fact]
    public void Every_boot_has_the_next_number_and_a_torn_slot_costs_nothing()
    {
        Assert.Equal(1, _world.NewNode().Boot);
        Assert.Equal(2, _world.NewNode().Boot);
        Assert.Equal(3, _world.NewNode().Boot);
        string newest = _world.Files.Where(file => file.Key.StartsWith("cursor"))
            .MaxBy(file => BinaryPrimitives.ReadInt32BigEndian(file.Value.AsSpan(3))).Key;
        _world.Files[newest] = _world.Files[newest][..5];
        Assert.Equal(3, _world.NewNode().Boot);
        _world.Files[newest] = [];
        Assert.Equal(3, _world.NewNode().Boot);
    }

    [Fact]
    public void A_broken_flash_is_noted_and_the_node_works()
    {
        _world.FlashIsBroken = true;
        Node node = _world.NewNode();
        Assert.Contains(_world.Events, e => e.What == NodeEvent.FlashGivenUp);
        _world.Run(node, Minute);
        Assert.Equal(1, node.Counters.SamplesAcknowledged);
    }

    [Fact]
    public void A_tick_without_a_due_batch_allocates_nothing()
    {
        _world.Configuration.BatchSamples = 20;
        _world.Configuration.BatchSeconds = 3600;
        Node node = _world.NewNode();
        _world.Run(node, 5 * Minute); // The first batch is sent, everything has been used once.
        Assert.Equal(1, node.Counters.BatchesAcknowledged);
        long before = GC.GetAllocatedBytesForCurrentThread();
        _world.Run(node, 10 * Minute);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal((15, 1, 0L), (node.Counters.SamplesTaken, node.Counters.BatchesAcknowledged, allocated));
    }

    [Fact]
    public void The_limits_fit_each_other()
    {
        Assert.Null(Limits.FirstViolation());
    }
}
