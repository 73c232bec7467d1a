using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Interop;

/// <summary>A Mosquitto as a city would run it: password file, and a list of who may do what.</summary>
[Collection(nameof(InteropRuns))]
public sealed class MosquittoRightsTests
{
    private static readonly string[] Backend = [$"user {Mosquitto.Backend}", "topic read ulm/v1/#"];

    [Fact]
    public async Task Nodes_that_may_write_below_their_own_names_deliver_everything()
    {
        await using Mosquitto mosquitto = await Mosquitto.StartAsync(
            withPassword: true, [.. Backend, $"user {Mosquitto.User}", "topic read ulm/v1/#", "pattern write ulm/v1/%c/#"]);
        await using Street street = await OpenAsync(mosquitto);
        await using DurableSubscriber backend = await DurableSubscriber.ConnectAsync(As(mosquitto, Mosquitto.Backend), street.Plan.Root);
        street.SwitchOn();
        await Eventually.HoldsAsync(() => backend.Count > 60, "the backend has samples");
        await street.DrainAsync(TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(() => backend.Count >= street.Tally().Samples, "the backend has everything");
        street.SwitchOff();
        StreetSummary summary = new(street, street.Clock.RealElapsed);
        Assert.True(summary.ExitCode == 0, string.Join('\n', summary.Sentences()));
    }

    // MQTT 3.1.1 section 3.3.5: a server that does not authorize a PUBLISH may acknowledge it all the same. Mosquitto does.
    [Fact]
    public async Task What_they_may_not_write_reaches_nobody_although_it_is_acknowledged()
    {
        await using Mosquitto mosquitto = await Mosquitto.StartAsync(
            withPassword: true, [.. Backend, $"user {Mosquitto.User}", "topic read ulm/v1/#", "pattern write ulm/v1/%c/status"]);
        await using Street street = await OpenAsync(mosquitto);
        street.SwitchOn();
        await Eventually.HoldsAsync(() => street.Tally().Acknowledged > 60, "samples are acknowledged");
        Assert.Equal(0, street.Tally().Received);
    }

    private static BrokerAddress As(Mosquitto mosquitto, string user) =>
        mosquitto.Address with { User = user, Password = Mosquitto.Password };

    private static Task<Street> OpenAsync(Mosquitto mosquitto) => Street.OpenAsync(
        new StreetPlan { Nodes = 4, Speed = 60, Seed = 31, Broker = As(mosquitto, Mosquitto.User) },
        TestContext.Current.CancellationToken);
}
