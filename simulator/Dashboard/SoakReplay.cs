using System.Buffers;
using UlmEdge.Decoder;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Dashboard;

/// <summary>A world of <c>soak</c> on a page, by its own time. Its nodes live one after another, and so appear one by one.</summary>
internal sealed class SoakReplay : TimeProvider, IAsyncDisposable
{
    private const int PointsMax = 4_320; // Three days at a sample a minute.

    private readonly WorldPlan _plan;
    private readonly DashboardModel _model;
    private DashboardServer? _server;
    private long _worldMs;
    private long _latestMs;

    private SoakReplay(WorldPlan plan)
    {
        _plan = plan;
        _model = new DashboardModel(MessageDecoder.DefaultRoot, this, new Scene
        {
            PointsMax = PointsMax,
            Replay = $"soak --seed {plan.Seed}",
            FaultsAt = FaultsOf(plan),
        });
    }

    /// <summary>Where the page is.</summary>
    public string Address => _server!.Address;

    /// <summary>Serves the page of a world that has not begun.</summary>
    /// <exception cref="Runners.WrongInputException">The address or port cannot be had.</exception>
    public static async Task<SoakReplay> OpenAsync(WorldPlan plan, DashboardOptions options)
    {
        SoakReplay replay = new(plan);
        replay._server = await DashboardServer.StartAsync(replay._model, null, () => true, options.Host, options.Port);
        return replay;
    }

    /// <summary>A message has reached the broker.</summary>
    /// <param name="worldMs">Milliseconds since the world began.</param>
    /// <param name="topic">Its topic.</param>
    /// <param name="payload">Its bytes.</param>
    public void Take(long worldMs, string topic, byte[] payload)
    {
        Volatile.Write(ref _worldMs, worldMs);
        _latestMs = Math.Max(_latestMs, worldMs);
        _model.Take(topic, new ReadOnlySequence<byte>(payload));
    }

    /// <summary>The world is over: it is the same moment for all nodes.</summary>
    public void End() => Volatile.Write(ref _worldMs, _latestMs);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() =>
        DateTimeOffset.FromUnixTimeMilliseconds(_plan.StartUnixMs + Volatile.Read(ref _worldMs));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private static Func<string, IReadOnlyList<SceneFault>> FaultsOf(WorldPlan plan)
    {
        Dictionary<string, int> numbers = Streets.Take(plan.Nodes).Select((place, index) => (place.Id, index)).ToDictionary();
        return id => numbers.TryGetValue(id, out int number)
            ? [.. plan.Faults.Where(fault => fault.Strikes(number)).Select(fault => Shown(plan, fault))]
            : [];
    }

    private static SceneFault Shown(WorldPlan plan, Fault fault) =>
        new(plan.StartUnixMs + fault.StartMs, plan.StartUnixMs + fault.EndMs, fault.Kind.ToString());
}
