using System.Diagnostics;
using System.Text.Json.Nodes;

namespace UlmEdge.Simulator.Runners;

/// <summary>Damages journals in every way, and looks whether a node can live with what is left.</summary>
/// <param name="options">What was asked.</param>
/// <param name="output">Standard output.</param>
/// <param name="error">Where progress goes.</param>
public sealed class DamageRunner(DamageOptions options, TextWriter output, TextWriter error)
{
    /// <summary>How often each sound journal is damaged.</summary>
    public const int JournalsPerSeed = 512;

    private const int ProgressMs = 2_000;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _journals;
    private long _escaped;
    private long _lost;
    private string? _fault;

    /// <summary>Damages them all.</summary>
    /// <returns>0 when every promise was kept, else 1.</returns>
    public Task<int> RunAsync(CancellationToken stop) => Task.Run(() => Run(stop), CancellationToken.None);

    private int Run(CancellationToken stop)
    {
        int blocks = options.Only is null ? (options.Journals + JournalsPerSeed - 1) / JournalsPerSeed : 1;
        using (new Timer(_ => Say(), null, ProgressMs, ProgressMs))
        {
            Sweep.Run(0, blocks, block =>
            {
                Damage(options.Seed + block, Math.Min(JournalsPerSeed, options.Journals - (block * JournalsPerSeed)), stop);
                return _fault is null && !stop.IsCancellationRequested;
            });
        }

        Report();
        return _fault is null ? 0 : 1;
    }

    private void Say() =>
        error.WriteLine($"{_watch.Elapsed.TotalSeconds,6:F0} s  {_journals} of {options.Journals} journals");

    private void Damage(int seed, int count, CancellationToken stop)
    {
        DamageTally tally = new(seed);
        tally.Run(count, options.Only, stop);
        Interlocked.Add(ref _journals, tally.Journals);
        if (tally.Fault is not null)
        {
            Interlocked.Increment(ref tally.HasEscaped ? ref _escaped : ref _lost);
            string again = $"again: ulmedge damage --seed {seed} --only {tally.FaultJournal}";
            Interlocked.CompareExchange(ref _fault, $"BROKEN: seed {seed}, journal {tally.FaultJournal}, {tally.Fault}\n{again}", null);
        }
    }

    private void Report()
    {
        double perSecond = Math.Round(_journals / _watch.Elapsed.TotalSeconds);
        output.WriteLine($"{_journals} damaged journals, {perSecond} per second");
        if (_fault is not null)
        {
            output.WriteLine(_fault);
        }

        if (options.Json)
        {
            JsonObject summary = new()
            {
                ["command"] = "damage", ["journals"] = _journals, ["escaped"] = _escaped, ["lost"] = _lost, ["perSecond"] = perSecond,
            };
            output.WriteLine(summary.ToJsonString());
        }
    }
}
