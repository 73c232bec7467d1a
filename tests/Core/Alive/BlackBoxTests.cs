using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Boots;
using UlmEdge.Core.Publishing;
using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core.Alive;

/// <summary>The ring of events, in memory, in flash and on the wire.</summary>
public class BlackBoxTests
{
    private readonly FakeWorld _world = new();

    [Fact]
    public void What_is_saved_is_there_after_a_restart_whatever_it_was() =>
        Gen.Select(Gen.Int, Gen.Int[0, int.MaxValue], Gen.Int[0, 9]).Array[0, 80].Sample(events =>
        {
            SimulatedFlash flash = new();
            BlackBox box = NewBox(flash);
            box.Begin(417);
            foreach ((int detail, int second, int what) in events)
            {
                box.UptimeSeconds = second;
                box.Record(NodeEvent.ClockSet + what, detail);
            }

            Assert.InRange(box.Count, 0, Limits.BlackBoxEvents);
            Assert.True(box.Save());
            BlackBox read = NewBox(flash);
            Assert.True(read.IsSaved);
            Assert.Equal(Events(box), Events(read));
        });

    [Fact]
    public void A_full_ring_forgets_the_oldest_and_a_message_of_the_longest_fits()
    {
        BlackBox box = NewBox(new SimulatedFlash());
        box.Begin(int.MaxValue);
        box.UptimeSeconds = int.MaxValue;
        for (int i = 0; i < 100; i++)
        {
            box.Record(NodeEvent.StoreFailed, int.MinValue + i);
        }

        Assert.Equal(Limits.BlackBoxEvents, box.Count);
        Assert.Equal(int.MinValue + 100 - Limits.BlackBoxEvents, box.NumberAt(0, BlackBoxEvent.Detail));
        TextBuffer text = new(Limits.AnnouncementBytesMax);
        box.Write(text);
        Assert.False(text.Overflowed);
    }

    [Fact]
    public void Damage_and_refusal_leave_an_empty_ring() =>
        Gen.Select(Gen.Int[1, 32], Gen.Int[0, 8_000]).Sample((count, bit) =>
        {
            SimulatedFlash flash = new();
            BlackBox box = NewBox(flash);
            for (int i = 0; i < count; i++)
            {
                box.Record(NodeEvent.SamplesEvicted, i);
            }

            box.Save();
            byte[] damaged = [.. flash.Files["blackbox.bin"]];
            damaged[bit / 8 % damaged.Length] ^= (byte)(1 << (bit % 8));
            flash.Plant("blackbox.bin", damaged);
            Assert.Equal(0, NewBox(flash).Count);
            flash.RefusesReads = true;
            Assert.Equal(0, NewBox(flash).Count);
        });

    [Fact]
    public void What_happens_all_the_time_and_what_repeats_drives_nothing_out_and_is_logged_nevertheless()
    {
        BlackBox box = NewBox(new SimulatedFlash());
        foreach (NodeEvent what in (NodeEvent[])
            [NodeEvent.BatchSent, NodeEvent.BatchAcknowledged, NodeEvent.BrokerUnreachable, NodeEvent.LinkUp])
        {
            box.Record(what, 1);
        }

        box.Record(NodeEvent.LinkDown, 0);
        box.Record(NodeEvent.LinkDown, 0);
        Assert.Equal((1, 6), (box.Count, _world.Events.Count));
    }

    [Fact]
    public void Events_before_the_boot_has_a_number_belong_to_it()
    {
        BlackBox box = NewBox(new SimulatedFlash());
        box.Record(NodeEvent.JournalFormatted, 5);
        box.Begin(3);
        Assert.Equal(3, box.NumberAt(0, BlackBoxEvent.Boot));
    }

    [Theory]
    [InlineData(TornWrite.Nothing)]
    [InlineData(TornWrite.Emptied)]
    [InlineData(TornWrite.Prefix)]
    [InlineData(TornWrite.Garbage)]
    [InlineData(TornWrite.DoneUntold)]
    public void A_cut_while_it_is_saved_or_deleted_costs_events_at_most(TornWrite torn)
    {
        for (int operation = 0; operation < 3; operation++)
        {
            SimulatedFlash flash = new();
            flash.CutAfter(operation, torn, operation);
            BlackBox box = NewBox(flash);
            Assert.IsType<PowerCutException>(Record.Exception(() =>
            {
                box.Record(NodeEvent.SamplesEvicted, 1);
                box.Save();
                box.Record(NodeEvent.SamplesEvicted, 2);
                box.Save();
                box.Acknowledged();
            }));
            BlackBox read = NewBox(flash);
            Assert.InRange(read.Count, 0, 2);
            Assert.All(Events(read), noted => Assert.Equal(((int)NodeEvent.SamplesEvicted, true), (noted.Code, noted.Detail is 1 or 2)));
        }
    }

    private static IEnumerable<(int Boot, int Second, int Code, int Detail)> Events(BlackBox box) =>
        from index in Enumerable.Range(0, box.Count)
        select (box.NumberAt(index, BlackBoxEvent.Boot), box.NumberAt(index, BlackBoxEvent.UptimeSeconds),
            box.NumberAt(index, BlackBoxEvent.Code), box.NumberAt(index, BlackBoxEvent.Detail));

    private BlackBox NewBox(SimulatedFlash flash) => new(flash, _world);
}
