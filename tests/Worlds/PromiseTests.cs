using UlmEdge.Core.Configuration;
using UlmEdge.Ports;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Tests.Worlds;

/// <summary>The promises of a node that is looked after from afar: each checker sees one that is broken, and one that is kept.</summary>
public sealed class PromiseTests
{
    private readonly Verdict _verdict = new();
    private readonly NodeWitness _witness;

    public PromiseTests() => _witness = new NodeWitness("donau-07", _verdict);

    [Fact]
    public void Ten_minutes_out_of_reach_are_no_fault_and_a_moment_more_is()
    {
        Reachable reachable = new(_witness);
        Look(reachable, 0, true, false);
        Look(reachable, Reachable.UnreachableMsMax, false, false);
        Assert.True(_verdict.IsKept, _verdict.Fault);
        Look(reachable, Reachable.UnreachableMsMax + 1, false, false);
        Assert.Equal(Promise.Reachable, _verdict.Promise);
        Assert.False(_verdict.IsKept);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_connection_or_an_explanation_begins_the_ten_minutes_anew(bool isConnected, bool isExplained)
    {
        Reachable reachable = new(_witness);
        for (long minute = 0; minute < 60; minute += 3)
        {
            bool isTurn = minute % 9 == 0;
            Look(reachable, 60_000 * minute, isConnected && isTurn, isExplained && isTurn);
        }

        Assert.True(_verdict.IsKept, _verdict.Fault);
    }

    [Theory]
    [InlineData(WorldConfiguration.FirstBroker, true, "own", true)]
    [InlineData(WorldConfiguration.FirstBroker, false, "own", false)]
    [InlineData("plain.example", false, null, true)]
    [InlineData("nowhere.example", true, null, true)]
    [InlineData("nowhere.example", false, null, false)]
    [InlineData("nowhere.example", true, "own", false)]
    [InlineData("plain.example", false, "own", false)]
    public void Secrets_go_only_where_they_belong(string host, bool isEncrypted, string? password, bool isKept)
    {
        NodeConfiguration provisioned = new("any")
        {
            Brokers =
            [
                new BrokerSettings { Host = WorldConfiguration.FirstBroker, Password = "own" },
                new BrokerSettings { Host = "plain.example", IsEncrypted = false },
            ],
        };
        BrokerSession session = new() { Host = host, IsEncrypted = isEncrypted, Password = password };
        Confidentiality.CheckAttempt(_witness, provisioned, session);
        Assert.Equal(isKept, _verdict.IsKept);
    }

    [Fact]
    public void A_password_in_a_message_is_seen()
    {
        Confidentiality.CheckMessage(_witness, "meta", "{\"broker\":\"broker.example\"}"u8);
        Assert.True(_verdict.IsKept, _verdict.Fault);
        Confidentiality.CheckMessage(_witness, "meta", "{\"password\":\"s3cret-broker.example\"}"u8);
        Assert.Equal(Promise.Confidentiality, _verdict.Promise);
    }

    [Fact]
    public void A_restart_with_samples_in_memory_only_is_seen()
    {
        EpochRecord record = new(3, false) { DurableUpTo = 1 };
        TakenSample sent = Sample();
        record.Put(0, Sample());
        record.Put(1, sent);
        record.Put(2, Sample());
        sent.HasArrived = true;
        NothingLost.CheckRestart(_witness, record, 1, 2);
        Assert.True(_verdict.IsKept, _verdict.Fault);
        NothingLost.CheckRestart(_witness, record, 1, 3);
        Assert.Equal(Promise.NothingLost, _verdict.Promise);
    }

    private static TakenSample Sample() => new()
    {
        Boot = new WorldBoot(4, new Uptime(0, 0)), UptimeMs = 0, TrueUnixMs = 0, Readings = [],
    };

    private void Look(Reachable reachable, long worldMs, bool isConnected, bool isExplained)
    {
        _witness.WorldMs = worldMs;
        reachable.Look(isConnected, isExplained);
    }
}
