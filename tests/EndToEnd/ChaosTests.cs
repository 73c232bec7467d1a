using System.Text.Json;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Faults.Live;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>Faults of every kind, in real time and over real sockets: nothing that was kept is lost.</summary>
[Collection(nameof(StreetRuns))]
public sealed class ChaosTests
{
    // What only the embedded broker is made to suffer.
    private static readonly string[] OfBroker =
        ["brokerDown", "brokerForgets", "pubackLost", "pubackLate", "pubackDoubled", "slowBroker"];

    [Fact]
    public async Task Nothing_is_lost_and_nothing_comes_twice()
    {
        ProgramRun run = await ProgramRun.OfAsync("live --nodes 12 --for 6s --speed 60 --seed 4711 --chaos --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(0, run.Number("lost"));
        Assert.Equal(0, run.Number("repeated"));
        Assert.Equal(0, run.Number("pending"));
        Assert.True(run.Number("samples") > 12 * 30, run.ToString());
        Assert.Contains("Chaos: faults are drawn from the seed.", run.Output);
        Assert.True(Faults(run).Length > 5, run.ToString());
        Assert.All(Faults(run), fault => Assert.True(fault.Value.GetInt32() > 0));
        Assert.All(Faults(run), fault => Assert.True(Enum.TryParse<FaultKind>(fault.Name, ignoreCase: true, out _)));
    }

    [Fact]
    public async Task Every_kind_comes_before_any_comes_often()
    {
        ProgramRun run = await ProgramRun.OfAsync("live --nodes 40 --for 8s --speed 60 --seed 7 --chaos --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(Enum.GetValues<FaultKind>().Except(FaultCatalog.OfWorlds).Count(), Faults(run).Length);
    }

    [Fact]
    public async Task A_foreign_broker_is_left_alone()
    {
        EmbeddedBroker foreign = new();
        await foreign.StartAsync();
        await using (foreign)
        {
            ProgramRun run = await ProgramRun.OfAsync(
                $"live --nodes 12 --for 5s --speed 60 --seed 9 --chaos --json --broker {foreign.Address}");
            Assert.True(run.ExitCode == 0, run.ToString());
            Assert.Contains(run.Output, line => line.StartsWith("Chaos: ", StringComparison.Ordinal) && line.Contains("not ours"));
            Assert.Empty(Faults(run).Select(fault => fault.Name).Intersect(OfBroker));
            Assert.NotEmpty(Faults(run));
        }
    }

    [Fact]
    public async Task Without_it_there_are_no_faults()
    {
        ProgramRun run = await ProgramRun.OfAsync("live --nodes 1 --for 1s --speed 60 --json");
        Assert.False(run.Json.TryGetProperty("faults", out _));
    }

    private static JsonProperty[] Faults(ProgramRun run) => [.. run.Json.GetProperty("faults").EnumerateObject()];
}
