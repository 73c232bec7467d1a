using UlmEdge.Simulator.Runners;

namespace UlmEdge.Simulator.Dashboard;

/// <summary>The page of a street of <c>live</c>: a consumer of its own beside the one that accounts, and the fault buttons.</summary>
internal sealed class LivePage : IAsyncDisposable
{
    private readonly DashboardFeed _feed;
    private readonly LiveFaultDesk? _desk;
    private readonly DashboardServer _server;

    private LivePage(DashboardFeed feed, LiveFaultDesk? desk, DashboardServer server)
    {
        _feed = feed;
        _desk = desk;
        _server = server;
    }

    /// <summary>Where it is.</summary>
    public string Address => _server.Address;

    /// <summary>Serves the page of a street that is not switched on yet.</summary>
    /// <exception cref="WrongInputException">The address or port cannot be had.</exception>
    public static async Task<LivePage> OpenAsync(Street street, DashboardOptions options, CancellationToken token)
    {
        Scene scene = new()
        {
            Places = street.Nodes.ToDictionary(node => node.Id, node => node.Place),
            WorldMs = () => street.Clock.UnixMs,
            Speed = street.Plan.Speed,
        };
        DashboardModel model = new(street.Plan.Root, TimeProvider.System, scene);
        DashboardFeed feed = new(street.BrokerAddress, model);
        await feed.OpenAsync(token);
        LiveFaultDesk? desk = street.Plan.Chaos ? null : new LiveFaultDesk(street); // Two hands would undo each other's faults.
        try
        {
            return new LivePage(
                feed, desk, await DashboardServer.StartAsync(model, desk, () => feed.IsConnected, options.Host, options.Port));
        }
        catch
        {
            await feed.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends all that was done to the street.</summary>
    public Task HealAsync() => _desk?.HealAsync() ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _feed.DisposeAsync();
    }
}
