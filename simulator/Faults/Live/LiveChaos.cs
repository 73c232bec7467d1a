using System.Globalization;
using UlmEdge.Simulator.Runners;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Faults.Live;

/// <summary>Lets a running street suffer: faults drawn from its seed begin and end while it measures, and are all healed at last.</summary>
/// <remarks>One seed draws the same faults in every run; when they strike, the real sockets and threads decide.</remarks>
public sealed class LiveChaos
{
    private const double GapSecondsPerNode = 240;
    private const double GapRealMsMin = 100;
    private const double GapRealMsMax = 1_000;

    private static readonly TimeSpan StepPause = TimeSpan.FromMilliseconds(20);

    private readonly Street _street;
    private readonly Action<string> _say;
    private readonly SeededEntropy _entropy;
    private readonly FaultCatalog _catalog;
    private readonly FaultDeck _deck;
    private readonly List<LiveFault> _active = [];
    private readonly SortedDictionary<FaultKind, int> _counts = [];

    /// <summary>Chaos that has not begun.</summary>
    /// <param name="street">The street.</param>
    /// <param name="say">Is told each beginning and end, as a sentence.</param>
    public LiveChaos(Street street, Action<string> say)
    {
        (_street, _say) = (street, say);
        _entropy = new SeededEntropy(SeededNumbers.Derive((ulong)street.Plan.Seed, "chaos"));
        _catalog = new FaultCatalog(street, _entropy);
        bool isBrokerOurs = street.Relay is not null;
        FaultKind[] kinds = [.. Enum.GetValues<FaultKind>()
            .Except(FaultCatalog.OfWorlds).Where(kind => isBrokerOurs || !FaultCatalog.OfBroker.Contains(kind))];
        _deck = new FaultDeck(kinds, _entropy);
    }

    /// <summary>How many faults of each kind have begun.</summary>
    public IReadOnlyDictionary<FaultKind, int> Counts => _counts;

    /// <summary>Goes on until it is told to stop; then everything is healed.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        TimeSpan next = _street.Clock.RealElapsed + Gap();
        while (!stop.IsCancellationRequested)
        {
            foreach (LiveFault fault in _active.ToArray())
            {
                Say(fault, await fault.StepAsync(_street.Clock.ElapsedMs));
            }

            _active.RemoveAll(fault => fault.IsOver);
            if (_street.Clock.RealElapsed >= next)
            {
                next += Gap();
                await BeginAsync(_deck.Draw());
            }

            await Task.Delay(StepPause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await HealAsync();
    }

    private async Task BeginAsync(FaultKind kind)
    {
        if (_catalog.TryDraw(kind, _active) is not { } fault)
        {
            return;
        }

        _active.Add(fault);
        _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        Say(fault, await fault.BeginAsync(_street.Clock.ElapsedMs));
    }

    private async Task HealAsync()
    {
        foreach (LiveFault fault in _active)
        {
            Say(fault, await fault.HealAsync());
        }

        _active.Clear();
    }

    private TimeSpan Gap()
    {
        double meanMs = GapSecondsPerNode * 1000 / _street.Nodes.Count / _street.Plan.Speed;
        return TimeSpan.FromMilliseconds(
            Math.Clamp(meanMs, GapRealMsMin, GapRealMsMax) * _entropy.Between(50, 150) / 100.0);
    }

    private void Say(LiveFault fault, string? sentence)
    {
        if (sentence is not null)
        {
            string time = DateTimeOffset.FromUnixTimeMilliseconds(_street.Clock.UnixMs).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            _say($"{time} {fault.Where}: {sentence}");
        }
    }
}
