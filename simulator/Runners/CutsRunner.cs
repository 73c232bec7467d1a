using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Runners;

/// <summary>Cuts the power of a journal wherever it can be cut, and looks whether every promise is kept.</summary>
/// <param name="options">What was asked.</param>
/// <param name="output">Standard output.</param>
/// <param name="error">Where progress goes.</param>
public sealed class CutsRunner(CutsOptions options, TextWriter output, TextWriter error)
{
    private const int ProgressMs = 2_000;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly ConcurrentQueue<CutsTally> _tallies = new();
    private int _done;

    private long Cuts => _tallies.Sum(tally => tally.Cuts);

    /// <summary>Runs all lives.</summary>
    /// <returns>0 when every promise was kept, else 1.</returns>
    public Task<int> RunAsync(CancellationToken stop) => Task.Run(() => Run(stop), CancellationToken.None);

    private int Run(CancellationToken stop)
    {
        using (new Timer(_ => Say(), null, ProgressMs, ProgressMs))
        {
            Sweep.Run(options.FirstSeed, options.LastSeed - options.FirstSeed + 1, seed =>
            {
                CutsTally tally = new(seed, options.Operations, options.Depth) { Only = options.Only };
                _tallies.Enqueue(tally);
                tally.Run(stop);
                Interlocked.Increment(ref _done);
                return tally.Fault is null && !stop.IsCancellationRequested;
            });
        }

        return Report(_watch.Elapsed, stop.IsCancellationRequested);
    }

    private void Say() => error.WriteLine(
        $"{_watch.Elapsed.TotalSeconds,6:F0} s  {_done} of {options.LastSeed - options.FirstSeed + 1} lives, {Cuts} cuts");

    private int Report(TimeSpan elapsed, bool isStopped)
    {
        CutsTally[] broken = [.. _tallies.Where(tally => tally.Fault is not null).OrderBy(tally => tally.Seed)];
        StageTally stages = new();
        foreach (CutsTally tally in _tallies)
        {
            stages.Add(tally.Stages);
        }

        double perSecond = Math.Round(Cuts / elapsed.TotalSeconds);
        output.WriteLine($"{(isStopped ? "Stopped. " : string.Empty)}{_done} lives, {Cuts} power cuts, {perSecond} per second");
        output.WriteLine($"The lives came by: {stages}");
        JournalStage[] missing = options.IsComplete && !isStopped && broken.Length == 0 ? [.. stages.Missing] : [];
        foreach (CutsTally tally in broken.Take(1))
        {
            string only = tally.FaultOperation is { } operation ? $" --only {operation}" : string.Empty;
            output.WriteLine($"BROKEN: seed {tally.Seed}, {tally.Fault}");
            output.WriteLine($"again: ulmedge cuts --ops {options.Operations} --depth {options.Depth} --seeds {tally.Seed}{only}");
        }

        if (missing.Length > 0)
        {
            output.WriteLine($"These cuts prove too little, for no life came by: {string.Join(", ", missing)}");
        }

        WriteJson(broken.Length, perSecond);
        return broken.Length > 0 || missing.Length > 0 ? 1 : 0;
    }

    private void WriteJson(int lost, double perSecond)
    {
        if (options.Json)
        {
            JsonObject summary = new()
            {
                ["command"] = "cuts", ["cuts"] = Cuts, ["lost"] = lost, ["perSecond"] = perSecond,
            };
            output.WriteLine(summary.ToJsonString());
        }
    }
}
