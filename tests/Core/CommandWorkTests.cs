using System.Text.Json;
using UlmEdge.Core;
using UlmEdge.Core.Boots;

namespace UlmEdge.Tests.Core;

/// <summary>Each command: what it does, what it answers, when it is refused.</summary>
public class CommandWorkTests
{
    private const int Minute = 60_000;
    private const string Base = "ulm/v1/donau-07/";

    private readonly FakeWorld _world = new();
    private readonly Node _node;
    private int _asked;

    public CommandWorkTests()
    {
        _node = _world.NewNode();
        _world.Run(_node, 30 * Minute);
        _world.Broker.Messages.Clear();
    }

    private long NowSeconds => (_world.BootUnixMs + _world.UptimeMs) / 1000;

    [Fact]
    public void Identify_blinks()
    {
        int before = _world.Switches;
        Assert.Equal((0, "the light blinks for 5 s"), Ask("identify", ""","seconds":5"""));
        Assert.InRange(_world.Switches - before, 45, 55);
        Assert.Equal((0, "the light blinks for 30 s"), Ask("identify", ""));
        Assert.Equal((1, "seconds must be from 1 to 300"), Ask("identify", ""","seconds":301"""));
    }

    [Fact]
    public void Sample_now_takes_one_and_sends_it_at_once()
    {
        int samples = _node.NextSample;
        _world.Run(_node, 30_000 - 5_000);
        Assert.Equal((0, "a sample is taken and sent"), Ask("sample-now", ""));
        Assert.InRange(_node.NextSample, samples + 1, samples + 2);
        Assert.Equal(0, _node.WaitingSamples);
    }

    [Fact]
    public void Another_interval_holds_until_its_end_and_not_longer()
    {
        int samples = _node.NextSample;
        Assert.Equal((0, "a sample every 2 s for 600 s"), Ask("set-interval", $""","seconds":2,"until":{NowSeconds + 600}"""));
        _world.Run(_node, 10 * Minute - 5_000);
        Assert.InRange(_node.NextSample - samples, 298, 303);
        samples = _node.NextSample;
        _world.Run(_node, 10 * Minute);
        Assert.InRange(_node.NextSample - samples, 9, 11);
    }

    [Theory]
    [InlineData(0, 600, 1, "seconds must be from 1 to 86400")]
    [InlineData(2, 0, 1, "until must be a Unix second of the next 86400 s")]
    [InlineData(2, 100_000, 1, "until must be a Unix second of the next 86400 s")]
    public void An_interval_has_limits_and_an_end(int seconds, int inSeconds, int code, string words) => Assert.Equal(
        (code, words), Ask("set-interval", $""","seconds":{seconds},"until":{NowSeconds + inSeconds}"""));

    [Fact]
    public void The_ledger_of_a_range_adds_up_in_words_and_in_numbers()
    {
        Assert.Equal(
            (0, "20 taken = 20 sent + 0 waiting + 0 thinned + 0 evicted + 0 unreadable + 0 not stored + 0 unknown"),
            Ask("ledger", $""","epoch":{_node.Epoch},"first":5,"end":25"""));
        JsonElement ledger = LastAnswer().GetProperty("ledger");
        Assert.Equal((20, 20, 0), (
            ledger.GetProperty("taken").GetInt32(), ledger.GetProperty("sent").GetInt32(), ledger.GetProperty("leftOut").GetInt32()));
        Assert.Equal(4, Ask("ledger", $""","epoch":{_node.Epoch + 1},"first":5,"end":25""").Code);
        Assert.Equal(4, Ask("ledger", $""","epoch":{_node.Epoch},"first":5,"end":2500""").Code);
        Assert.Equal(1, Ask("ledger", $""","epoch":{_node.Epoch},"first":5""").Code);
    }

    [Fact]
    public void A_reboot_is_answered_and_its_samples_are_in_flash_before()
    {
        int next = _node.NextSample;
        Assert.Equal((0, "begun"), Ask("reboot", $""","at":{NowSeconds}"""));
        Assert.Equal((1, RestartReason.Command), (_world.Restarts, _node.Restarts.Reason));
        Assert.InRange(_world.Reboot().FirstSample, next, int.MaxValue);
    }

    [Fact]
    public void A_reboot_that_was_asked_for_before_this_boot_is_done()
    {
        Assert.Equal((0, "done: this boot began later"), Ask("reboot", $""","at":{(_world.BootUnixMs / 1000) - 1}"""));
        Assert.Equal((1, "reboot needs at, the Unix second at which it was asked for"), Ask("reboot", ""));
        Assert.Equal(0, _world.Restarts);
    }

    [Theory]
    [InlineData(-121)]
    [InlineData(150)]
    public void What_was_asked_for_too_long_ago_is_refused(int seconds)
    {
        Assert.Equal(5, Ask("identify", $""","at":{NowSeconds + seconds}""").Code);
        Assert.Equal(0, Ask("identify", $""","at":{NowSeconds}""").Code);
    }

    [Fact]
    public void Too_many_are_refused_and_can_be_sent_again_later()
    {
        for (int i = 0; i < Limits.CommandsAtOnce; i++)
        {
            _world.Broker.Send($"{Base}cmd/identify", $$"""{"id":"c-{{i}}"}""");
            _world.Run(_node, 400);
        }

        _world.Broker.Send($"{Base}cmd/identify", """{"id":"late"}""");
        _world.Run(_node, 500);
        Assert.Equal((6, "too many commands: one every 10 s"), Answer());
        _world.Broker.Send($"{Base}cmd/identify", """{"id":"c-7"}"""); // One that was done is answered again.
        _world.Run(_node, 500);
        Assert.Equal(0, Answer().Code);
        _world.Run(_node, 10_000);
        _world.Broker.Send($"{Base}cmd/identify", """{"id":"late"}""");
        _world.Run(_node, 500);
        Assert.Equal(0, Answer().Code);
    }

    private (int Code, string Words) Ask(string command, string fields)
    {
        _world.Broker.Send($"{Base}cmd/{command}", $$"""{"id":"q-{{_asked++}}"{{fields}}}""");
        _world.Run(_node, 5_000);
        return Answer();
    }

    private (int Code, string Words) Answer() => (LastAnswer().GetProperty("rc").GetInt32(), LastAnswer().GetProperty("msg").GetString()!);

    private JsonElement LastAnswer() =>
        JsonDocument.Parse(_world.Broker.Messages.Last(message => message.Topic.StartsWith($"{Base}cmd-ack/")).Text).RootElement;
}
