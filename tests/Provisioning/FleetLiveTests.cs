using System.Collections.Concurrent;
using MQTTnet;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Provisioning;

/// <summary>From a fleet file to nodes that run from exactly the files that were written, on a broker with exactly its files.</summary>
[Collection(nameof(StreetRuns))]
public sealed class FleetLiveTests
{
    [Fact]
    public async Task Fifty_rows_become_fifty_nodes_that_have_proved_themselves()
    {
        using FleetBench fleet = new(50);
        await fleet.ProvisionAsync();
        ProgramRun run = await ProgramRun.OfAsync($"live --fleet {fleet.Out} --for 8s --speed 10 --plain --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal((50, 50, 0), (run.Number("nodes"), run.Number("passed"), run.Number("lost")));
        Assert.Contains("50 of 50 nodes passed commissioning.", run.Output);
    }

    [Fact]
    public async Task Each_kind_of_broken_node_fails_with_its_reason_and_disturbs_no_other()
    {
        using FleetBench fleet = new(6);
        await fleet.ProvisionAsync();
        fleet.Change("nodes/pole-00/wifi.json", $"wlan-{FleetBench.Mark}", "another-password");
        fleet.Change("nodes/pole-01/ulmedge.json", fleet.PasswordOf("pole-01"), "another-password");
        fleet.Change("nodes/pole-02/ulmedge.json", "bme280", "bme280@76\", \"bmp280@76"); // Two of them, one address.
        using (TestAuthority other = new("Somebody else"))
        {
            File.WriteAllText(Path.Combine(fleet.Out, "nodes/pole-03/ca.pem"), other.Pem);
        }

        fleet.Change("nodes/pole-04/files.json", "I:\\\\ca.pem", "I:\\\\ac.pem");
        ProgramRun run = await ProgramRun.OfAsync($"live --fleet {fleet.Out} --for 8s --speed 10 --plain --json");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(1, run.Number("passed"));
        var failed = run.Json.GetProperty("failed").EnumerateObject().ToDictionary(node => node.Name, node => node.Value.GetString());
        Assert.Equal("network: not joined", failed["pole-00"]);
        Assert.Contains(failed["pole-01"], (string[])["broker: refused user, password or id", "tls: no connection"]);
        Assert.Equal("sensors: 1 not delivering", failed["pole-02"]);
        Assert.Equal("tls: no connection", failed["pole-03"]);
        Assert.Equal("tls: certificate or key missing", failed["pole-04"]);
    }

    [Fact]
    public async Task Nothing_secret_leaves_a_node()
    {
        using FleetBench fleet = new(4);
        await fleet.ProvisionAsync();
        ConcurrentBag<string> seen = [];
        EmbeddedBroker.Observer = message => seen.Add($"{message.Topic} {message.ConvertPayloadToString()}");
        try
        {
            fleet.Change("nodes/pole-01/ulmedge.json", "sampleSeconds", "sampelSeconds"); // Has something to complain of.
            using StringWriter output = new();
            string[] words = ["live", "--fleet", fleet.Out, "--for", "4s", "--speed", "10", "--plain"];
            await new CommandLine(output, output, null).RunAsync(words, TestContext.Current.CancellationToken);
            string all = string.Join('\n', [.. seen, output.ToString()]);
            Assert.Contains("sampelSeconds is not known", all);
            Assert.NotEmpty(seen);
            string[] secrets =
            [
                FleetBench.Mark, fleet.PasswordOf("backend"),
                .. Enumerable.Range(0, 4).Select(i => fleet.PasswordOf(FleetBench.IdOf(i))),
            ];
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, all));
        }
        finally
        {
            EmbeddedBroker.Observer = null;
        }
    }
}
