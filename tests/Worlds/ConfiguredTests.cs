using UlmEdge.Core.Boots;
using UlmEdge.Core.Configuration;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Tests.Worlds;

/// <summary>One configuration holds and restarts have a budget: the checkers see where not; a file says what was drawn.</summary>
public sealed class ConfiguredTests
{
    private const uint File = 1;
    private const uint Good = 2;
    private const uint Tried = 3;
    private const long HourMs = 3_600_000;

    private readonly Verdict _verdict = new();
    private readonly NodeWitness _witness;

    public ConfiguredTests() => _witness = new NodeWitness("donau-07", _verdict);

    [Fact]
    public void A_trial_that_is_returned_from_leads_back_to_the_last_good_one()
    {
        Configured configured = new(_witness, File);
        configured.Booted(File, false);
        configured.Booted(Good, true);
        configured.Look(false, true);
        configured.Booted(Tried, true);
        configured.Booted(Good, false);
        Assert.True(_verdict.IsKept, _verdict.Fault);
        configured.Booted(File, false);
        Assert.Equal(Promise.Configured, _verdict.Promise);
        Assert.False(_verdict.IsKept);
    }

    [Fact]
    public void The_power_may_go_in_the_moment_in_which_a_trial_is_accepted()
    {
        Configured configured = new(_witness, File);
        configured.Booted(Tried, true);
        configured.Booted(Tried, false);
        Assert.True(_verdict.IsKept, _verdict.Fault);
        configured.Booted(File, false);
        Assert.False(_verdict.IsKept);
    }

    [Fact]
    public void Eight_restarts_in_24_hours_are_no_fault_and_nine_are()
    {
        RestartBudget budget = new(_witness);
        for (int hour = 0; hour < 40; hour += 3)
        {
            Restart(budget, hour, RestartReason.ConfigurationReturn);
            Restart(budget, hour, RestartReason.Command);
        }

        Assert.True(_verdict.IsKept, _verdict.Fault);
        Restart(budget, 40, RestartReason.Memory);
        Assert.Equal(Promise.Bounds, _verdict.Promise);
        Assert.False(_verdict.IsKept);
    }

    [Fact]
    public void The_file_of_a_world_is_what_was_drawn()
    {
        foreach (int seed in Enumerable.Range(1, 50))
        {
            NodeConfiguration drawn = WorldConfiguration.Draw(WorldPlan.Draw(seed, 1, 1, FaultIntensity.Usual, null), "donau-07");
            byte[] file = ProvisionedFile.Of(drawn);
            Complaints complaints = new();
            NodeConfiguration read = ConfigurationReader.Read(file, file.Length, "any", complaints);
            Assert.Equal(0, complaints.Count);
            Assert.Equal(ConfigurationHash.Of(drawn), ConfigurationHash.Of(read));
            Assert.Equal(drawn.Brokers[0].Password, read.Brokers[0].Password);
        }
    }

    private void Restart(RestartBudget budget, int hour, int reason)
    {
        _witness.WorldMs = hour * HourMs;
        budget.Restarts(reason, false);
    }
}
