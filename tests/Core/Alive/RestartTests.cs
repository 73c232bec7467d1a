using UlmEdge.Core;
using UlmEdge.Core.Boots;
using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core.Alive;

/// <summary>A restart of the node's own loses nothing, is counted, and is explained by the next boot.</summary>
public class RestartTests
{
    private const int Minute = 60_000;
    private const string Base = "ulm/v1/donau-07/";

    private readonly FakeWorld _world = new();
    private Node _node;

    public RestartTests()
    {
        _node = _world.NewNode();
        _world.Run(_node, 12 * Minute);
    }

    [Fact]
    public void The_next_boot_says_first_of_all_what_happened_and_deletes_what_was_taken()
    {
        Assert.True(_node.Restarts.Ask(RestartReason.Command));
        _world.Run(_node, Minute);
        Assert.Equal(1, _world.Restarts);
        Assert.Contains("blackbox.bin", _world.Files.Keys);
        _world.Broker.Messages.Clear();
        _node = _world.Reboot();
        _world.Run(_node, Minute);
        Assert.Equal($"{Base}black-box", _world.Broker.Messages[0].Topic);
        Assert.Contains($",{(int)NodeEvent.RestartPlanned},{RestartReason.Command}]", _world.Broker.Messages[0].Text);
        Assert.Contains($"[2,0,{(int)NodeEvent.ResetCause},{RestartReason.Command}]", _world.Broker.Messages[0].Text);
        Assert.DoesNotContain("blackbox.bin", _world.Files.Keys);
        Assert.Contains(_world.Broker.Messages, message => message.Text.Contains("\"reset.cause\",\"v\":1}"));
    }

    [Fact]
    public void What_was_not_acknowledged_is_told_again_by_the_boot_after()
    {
        _node.Restarts.Ask(RestartReason.Command);
        _world.Run(_node, Minute);
        _world.Broker.PublishAnswer = BrokerEventKind.None;
        _node = _world.Reboot();
        _world.Run(_node, Minute);
        _world.Broker.PublishAnswer = BrokerEventKind.Acknowledged;
        _world.Broker.Messages.Clear();
        _node = _world.Reboot();
        _world.Run(_node, Minute);
        Assert.Contains($",{(int)NodeEvent.RestartPlanned},{RestartReason.Command}]", _world.Broker.Messages[0].Text);
    }

    [Fact]
    public void A_boot_by_power_says_nothing()
    {
        _world.Broker.Messages.Clear();
        _node = _world.Reboot();
        _world.Run(_node, Minute);
        Assert.DoesNotContain(_world.Broker.Messages, message => message.Topic.EndsWith("black-box"));
    }

    [Fact]
    public void The_command_sends_the_ring_as_it_is()
    {
        _world.Broker.Send($"{Base}cmd/black-box", """{"id":"b-1"}""");
        _world.Run(_node, 5_000);
        string text = Assert.Single(_world.Broker.Messages, message => message.Topic == $"{Base}black-box").Text;
        Assert.StartsWith("{\"boot\":1,\"events\":[[1,0,", text);
        Assert.Contains(_world.Broker.Messages, message => message.Topic == $"{Base}cmd-ack/b-1" && message.Text.Contains("\"rc\":0"));
    }

    [Fact]
    public void It_waits_for_the_flash_and_loses_nothing()
    {
        _world.Run(_node, 2 * Minute);
        int next = _node.NextSample;
        _world.FlashIsBroken = true;
        _node.Restarts.Ask(RestartReason.Command);
        _world.Run(_node, Minute);
        Assert.Equal(0, _world.Restarts);
        _world.FlashIsBroken = false;
        _world.Run(_node, Minute);
        Assert.Equal(1, _world.Restarts);
        Assert.InRange(_world.Reboot().FirstSample, next, int.MaxValue);
    }

    [Fact]
    public void A_flash_that_goes_on_refusing_ends_the_wish_and_that_is_told()
    {
        _world.FlashIsBroken = true;
        _node.Restarts.Ask(RestartReason.Memory);
        _world.Run(_node, 5 * Minute);
        Assert.Equal((0, false), (_world.Restarts, _node.Restarts.IsPending));
        Assert.Contains((NodeEvent.RestartRefused, RestartReason.Memory), _world.Events);
    }

    [Fact]
    public void A_way_back_is_taken_even_then()
    {
        _world.FlashIsBroken = true;
        _node.Restarts.Ask(RestartReason.ConfigurationReturn);
        _world.Run(_node, 5 * Minute);
        Assert.Equal(1, _world.Restarts);
    }

    [Fact]
    public void The_fifth_of_a_day_is_refused_which_is_told_once_an_hour()
    {
        for (int i = 0; i < Limits.OwnRestartsPerDay; i++)
        {
            Assert.True(_node.Restarts.Ask(RestartReason.Command));
            _world.Run(_node, Minute);
            _node = _world.Reboot();
            _world.Run(_node, Minute + 1_000);
        }

        _world.Events.Clear();
        Assert.False(_node.Restarts.Ask(RestartReason.Command));
        Assert.False(_node.Restarts.Ask(RestartReason.Command));
        Assert.Single(_world.Events, (NodeEvent.RestartRefused, RestartReason.Command));
        _world.Run(_node, Minute);
        Assert.Equal(Limits.OwnRestartsPerDay, _world.Restarts);
        _world.Run(_node, 24 * 60 * Minute);
        Assert.True(_node.Restarts.Ask(RestartReason.Command));
    }

    [Theory]
    [InlineData(TornWrite.Nothing)]
    [InlineData(TornWrite.Emptied)]
    [InlineData(TornWrite.Prefix)]
    [InlineData(TornWrite.Garbage)]
    [InlineData(TornWrite.DoneUntold)]
    public void A_power_cut_at_any_write_of_a_restart_is_harmless(TornWrite torn)
    {
        int cuts = 0;
        for (int operation = 0; operation < 12; operation++)
        {
            FakeWorld world = new();
            SimulatedFlash flash = new();
            world.Ports.Store = flash;
            Node node = world.NewNode();
            world.Run(node, 12 * Minute);
            int durable = node.Journal.NextSample;
            node.Restarts.Ask(RestartReason.Command);
            flash.CutAfter(operation, torn, operation);
            try
            {
                world.Run(node, Minute);
                node = world.Reboot();
                world.Run(node, 2 * Minute);
            }
            catch (PowerCutException)
            {
                cuts++;
            }

            flash.Disarm();
            node = world.Reboot();
            Assert.InRange(node.FirstSample, durable, int.MaxValue);
            Assert.Equal((0, BootStage.Normal), (Math.Max(node.Boots.BadBoots - 1, 0), node.Boots.Stage));
            Assert.InRange(node.Boots.OwnRestarts, 0, 1);
            world.Run(node, 20 * Minute);
            Assert.DoesNotContain("blackbox.bin", flash.Files.Keys);
            Assert.InRange(node.WaitingSamples, 0, 9);
            Assert.Equal(0, world.Reboot().Boots.BadBoots);
        }

        Assert.InRange(cuts, 5, 12);
    }
}
