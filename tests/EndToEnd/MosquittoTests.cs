using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>The main job over a broker that many cities run.</summary>
[Collection(nameof(StreetRuns))]
public sealed class MosquittoTests
{
    [Fact]
    public async Task Nothing_is_lost_over_it()
    {
        await using Mosquitto mosquitto = await Mosquitto.StartAsync(withPassword: false);
        ProgramRun run = await ProgramRun.OfAsync(
            $"live --nodes 12 --for 4s --speed 60 --broker mqtt://localhost:{mosquitto.Port} --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.True(run.Number("samples") > 12 * 30, run.ToString());
        Assert.Equal(run.Number("samples"), run.Number("received"));
        Assert.Equal(0, run.Number("repeated"));
    }

    [Fact]
    public async Task User_and_password_are_used_and_shown_nowhere()
    {
        await using Mosquitto mosquitto = await Mosquitto.StartAsync(withPassword: true);
        string credentials = $"{Mosquitto.User}:{Uri.EscapeDataString(Mosquitto.Password)}";
        ProgramRun run = await ProgramRun.OfAsync(
            $"live --nodes 3 --for 2s --speed 60 --broker mqtt://{credentials}@127.0.0.1:{mosquitto.Port} --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.True(run.Number("received") > 0, run.ToString());
        Assert.DoesNotContain(Mosquitto.Password, run.ToString());
        Assert.DoesNotContain(Uri.EscapeDataString(Mosquitto.Password), run.ToString());
    }

    [Theory]
    [InlineData("", "wants a user and a password")]
    [InlineData("anna:wr0ng@", "refuses user 'anna' or the password")]
    [InlineData("berta@", "refuses user 'berta' or the password")]
    public async Task Wrong_credentials_are_wrong_input(string credentials, string sentence)
    {
        await using Mosquitto mosquitto = await Mosquitto.StartAsync(withPassword: true);
        ProgramRun run = await ProgramRun.OfAsync($"--broker mqtt://{credentials}127.0.0.1:{mosquitto.Port}");
        string complaint = WrongInputTests.AssertOneSentence(run);
        Assert.Contains(sentence, complaint);
        Assert.DoesNotContain("wr0ng", complaint);
    }

    [Fact]
    public async Task Its_restart_loses_nothing()
    {
        await using Mosquitto mosquitto = await Mosquitto.StartAsync(withPassword: false);
        await using Street street = await Street.OpenAsync(
            new StreetPlan { Nodes = 6, Speed = 60, Seed = 4, Broker = new BrokerAddress("127.0.0.1", mosquitto.Port) },
            TestContext.Current.CancellationToken);
        street.SwitchOn();
        await Eventually.HoldsAsync(() => street.Tally().Received > 60, "samples arrive");
        await mosquitto.StopAsync();
        int atStop = street.Tally().Samples;
        int overAMinute = atStop + (6 * 45);
        await Eventually.HoldsAsync(() => street.Tally().Samples > overAMinute, "nodes go on measuring");
        await mosquitto.StartAsync();
        await Eventually.HoldsAsync(() => street.Tally().Acknowledged > overAMinute, "what waited is acknowledged");
        await street.DrainAsync(TestContext.Current.CancellationToken);
        street.SwitchOff();
        StreetSummary summary = new(street, street.Clock.RealElapsed);
        Assert.True(summary.ExitCode == 0, string.Join('\n', summary.Sentences()));
    }
}
