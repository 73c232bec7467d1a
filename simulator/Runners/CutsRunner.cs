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

    /// <summary>Runs all scenarios.</summary>
    /// <returns>0 when every promise was kept, else 1.</returns>
    public Task<int> RunAsync(CancellationToken stop) => Task.Run(() => Run(stop), CancellationToken.None);

    private int Run(CancellationToken stop)
    {
        Stopwatch watch = Stopwatch.StartNew();
        long cuts = 0;
        int done = 0;
        string? fault = null;
        StageTally stages = new();
        using (new Timer(_ => Say(cuts, done, watch), null, ProgressMs, ProgressMs))
        {
            Parallel.For(options.FirstSeed, options.LastSeed + 1, (seed, loop) =>
            {
                if (stop.IsCancellationRequested)
                {
                    loop.Stop();
                    return;
                }

                CutsTally tally = new(seed, options.Operations, options.Depth);
                tally.Run(stop);
                Interlocked.Add(ref cuts, tally.Cuts);
                stages.Add(tally.Stages);
                Interlocked.Increment(ref done);
                if (tally.Fault is not null)
                {
                    Interlocked.CompareExchange(ref fault, $"seed {seed}, {tally.Fault}", null);
                    loop.Stop();
                }
            });
        }

        Report(cuts, done, fault, stages, watch.Elapsed);
        return fault is null ? 0 : 1;
    }

    private void Say(long cuts, int done, Stopwatch watch) => error.WriteLine(
        $"{watch.Elapsed.TotalSeconds,6:F0} s  {done} of {options.LastSeed - options.FirstSeed + 1} scenarios, {cuts} cuts");

    private void Report(long cuts, int done, string? fault, StageTally stages, TimeSpan elapsed)
    {
        double perSecond = Math.Round(cuts / elapsed.TotalSeconds);
        output.WriteLine($"{done} scenarios, {cuts} power cuts, {perSecond} per second");
        output.WriteLine(stages);
        if (fault is not null)
        {
            string seed = fault.Split(' ', ',')[1];
            output.WriteLine($"BROKEN: {fault}");
            output.WriteLine($"again: ulmedge cuts --ops {options.Operations} --depth {options.Depth} --seeds {seed}..{seed}");
        }

        if (options.Json)
        {
            JsonObject summary = new()
            {
                ["command"] = "cuts", ["cuts"] = cuts, ["lost"] = fault is null ? 0 : 1, ["perSecond"] = perSecond,
            };
            output.WriteLine(summary.ToJsonString());
        }
    }
}
