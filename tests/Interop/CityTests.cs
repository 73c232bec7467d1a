using System.Globalization;

namespace UlmEdge.Tests.Interop;

/// <summary>A city whose broker was away for hours, and loses a member while it takes all that waited.</summary>
[Collection(nameof(InteropRuns))]
public sealed class CityTests(NatsCluster nats, ITestOutputHelper output)
{
    private const int NodesInCi = 60;
    private const int HoursInCi = 1;

    // After hours of trying a node tries once a minute or so: too long to wait for at each landing.
    private const int SpeedInCi = 10;

    // Reached only by a test that fails: as long as a node waits for an answer that does not come.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Nothing_is_lost_when_a_member_is_killed_and_returns()
    {
        int nodes = Asked("ULMEDGE_CITY_NODES", NodesInCi);
        int hours = Asked("ULMEDGE_CITY_HOURS", HoursInCi);
        int speed = Asked("ULMEDGE_CITY_SPEED", SpeedInCi);
        await nats.OpenAsync();
        IBrokerUnderTest cluster = nats;
        await using DurableSubscriber backend = await DurableSubscriber.ConnectAsync(cluster.Address, "ulm/v1");
        using City city = new(nodes, nats.Addresses, speed);
        city.GatherBacklog(TimeSpan.FromHours(hours));
        CityRate rate = new(city, backend);
        int all = city.Samples;
        Assert.Equal(0, city.Acknowledged);

        await DrainAsync(city, rate, () => city.Acknowledged > all / 3);
        await cluster.KillAsync();
        await DrainAsync(city, rate, () => city.Acknowledged > all / 2);
        Task start = cluster.StartAsync();
        await DrainAsync(city, rate, () => start.IsCompleted && city.IsDrained);
        await start;
        TimeSpan drained = city.Elapsed;
        await DrainAsync(city, rate, () => backend.Count >= all);
        output.WriteLine(
            $"{nodes} nodes, {hours} h, {all} samples in {backend.Messages} messages: drained in {drained.TotalSeconds:F0} s, "
            + $"at the backend after {city.Elapsed.TotalSeconds:F0} s, {rate}");
        Assert.True(rate.HasEnded, $"no progress: {city.Acknowledged} of {all} acknowledged, {backend.Count} at the backend");
        Assert.Equal(all, backend.Count);
        Assert.Equal(all, city.Acknowledged);
    }

    private static int Asked(string variable, int otherwise) =>
        int.Parse(Environment.GetEnvironmentVariable(variable) ?? $"{otherwise}", CultureInfo.InvariantCulture);

    private static Task DrainAsync(City city, CityRate rate, Func<bool> isDone) => Task.Factory.StartNew(
        () => city.Drain(() => rate.Look(isDone(), Patience)),
        TestContext.Current.CancellationToken,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
