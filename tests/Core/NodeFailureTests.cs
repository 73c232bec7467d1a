using UlmEdge.Core;
using UlmEdge.Core.Journal;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

/// <summary>The loop catches what a port throws, and calls again: what was interrupted must be taken up, and nothing twice.</summary>
public class NodeFailureTests
{
    private const int Minute = 60_000;

    private readonly FakeWorld _world = new();

    [Fact]
    public void Memory_that_runs_out_at_any_change_of_the_flash_costs_no_sample_and_repeats_none()
    {
        for (int change = 0; change < 30; change++)
        {
            FakeWorld world = new();
            world.Configuration.SampleSeconds = 10;
            world.Configuration.BatchSamples = 3;
            Node node = world.NewNode();
            world.ThrowsAtChange = world.Changes + change;
            RunThrough(world, node, 20 * Minute);
            node.Stop();
            RunThrough(world, node, Minute);
            Assert.True(change > 25 || world.Throws == 1);
            Assert.True(node.IsDrained);
            Assert.Equal(node.Counters.SamplesTaken, node.Counters.SamplesAcknowledged);
            LedgerTotals totals = node.Journal.Account(0, node.Journal.NextSample);
            Assert.Equal((node.Counters.SamplesTaken, node.Counters.SamplesTaken), (totals.Taken, totals.Sent));
        }
    }

    [Fact]
    public void Memory_that_runs_out_at_any_event_costs_no_sample()
    {
        for (int record = 0; record < 60; record++)
        {
            FakeWorld world = new();
            world.Configuration.SampleSeconds = 10;
            world.Configuration.BatchSamples = 3;
            Node node = world.NewNode();
            world.ThrowsAtEvent = world.Events.Count + record;
            RunThrough(world, node, 20 * Minute);
            node.Stop();
            RunThrough(world, node, 5 * Minute);
            Assert.True(node.IsDrained);
            LedgerTotals totals = node.Journal.Account(0, node.Journal.NextSample);
            Assert.Equal(totals.Taken, totals.Sent);
        }
    }

    [Fact]
    public void After_the_flash_was_given_up_the_open_batch_belongs_to_the_new_epoch()
    {
        Node node = _world.NewNode();
        _world.Run(node, 6 * Minute);
        int before = node.Journal.NextSample;
        int epoch = node.Epoch;
        int sent = _world.Broker.Data.Count();
        _world.FlashIsBroken = true;
        _world.NextEntropy = 99;
        while (!node.IsInMemory)
        {
            _world.Run(node, 1_000);
        }

        Assert.Equal(100, node.Epoch);
        _world.Run(node, 30 * Minute);
        string[] texts = [.. _world.Broker.Data.Skip(sent)];
        Assert.All(texts, text => Assert.Contains("\"vs\":\"100.1.", text));
        Assert.Equal(texts.Distinct().Count(), texts.Length);
        Assert.Contains("\"vs\":\"100.1.0.", texts[0]);
        node.Stop();
        _world.Run(node, Minute);
        Assert.True(node.IsDrained);
        Assert.Equal(node.Counters.SamplesTaken, node.Counters.SamplesAcknowledged);
        _world.FlashIsBroken = false;
        Node next = _world.NewNode();
        Assert.Equal((epoch, before), (next.Epoch, next.FirstSample)); // Its numbers were not told to anybody.
    }

    [Fact]
    public void Memory_that_runs_out_while_the_flash_takes_again_what_it_refused_leaves_nothing_behind()
    {
        for (int change = 0; change < 12; change++)
        {
            FakeWorld world = new();
            world.Configuration.SampleSeconds = 10;
            world.Configuration.BatchSamples = 3;
            Node node = world.NewNode();
            world.Run(node, Minute);
            world.FlashIsBroken = true;
            world.Run(node, 3 * Minute);
            world.FlashIsBroken = false;
            world.ThrowsAfterChange = world.Changes + change;
            RunThrough(world, node, 5 * Minute);
            node.Stop();
            RunThrough(world, node, 2 * Minute);
            Assert.True(world.Throws == 1);
            Assert.True(node.IsDrained);
            Assert.Equal(0, node.MemoryBytes);
            Assert.Equal(node.Counters.SamplesTaken, node.Journal.Account(0, node.Journal.NextSample).Sent);
        }
    }

    [Fact]
    public void A_clock_that_the_flash_refuses_is_offered_again_and_nothing_is_sent_before()
    {
        _world.ClockIsSet = false;
        Node node = _world.NewNode();
        _world.Run(node, 2 * Minute);
        _world.FlashIsBroken = true;
        _world.ClockIsSet = true;
        _world.Run(node, 3 * Minute);
        Assert.True(node.Journal.NeedsClock);
        Assert.Empty(_world.Broker.Data);
        _world.FlashIsBroken = false;
        _world.Run(node, 2 * Minute);
        Assert.False(node.Journal.NeedsClock);
        Assert.NotEmpty(_world.Broker.Data);
    }

    [Fact]
    public void A_report_for_which_the_memory_is_never_enough_keeps_no_batch()
    {
        Node node = _world.NewNode();
        _world.Broker.Overwhelms = topic => topic.EndsWith("/meta", StringComparison.Ordinal);
        RunThrough(_world, node, 10 * Minute);
        Assert.DoesNotContain(_world.Broker.Messages, message => message.Topic.EndsWith("/meta", StringComparison.Ordinal));
        Assert.True(node.Counters.SamplesAcknowledged >= 5);
        Assert.Equal(node.Journal.NextSample, node.Counters.SamplesAcknowledged);
    }

    private static void RunThrough(FakeWorld world, Node node, long milliseconds)
    {
        long endMs = world.UptimeMs + milliseconds;
        while (world.UptimeMs < endMs)
        {
            try
            {
                world.Run(node, endMs - world.UptimeMs);
            }
            catch (OutOfMemoryException)
            {
                world.PassTo(world.UptimeMs + Limits.BackoffMsMin); // As the loop of the program does.
            }
        }
    }
}
