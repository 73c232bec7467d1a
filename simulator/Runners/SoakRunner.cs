using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Dashboard;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Runners;

/// <summary>Runs worlds from their seeds, as many at once as there are processors, and says what broke and how to see it.</summary>
/// <param name="options">What was asked.</param>
/// <param name="output">Standard output.</param>
/// <param name="error">Where progress goes.</param>
public sealed class SoakRunner(SoakOptions options, TextWriter output, TextWriter error)
{
    private const int ProgressMs = 2_000;

    // A sweep of so many days of nodes meets every kind of fault, or the draw is wrong.
    private const int SweepNodeDays = 500;

    private readonly SoakTally _tally = new();
    private readonly Stopwatch _watch = new();
    private Action<long, string, byte[]>? _overhear;

    /// <summary>Runs all worlds.</summary>
    /// <returns>0 when every promise was kept in every world, else 1.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        if (options.Page is not { } page)
        {
            return await Task.Run(() => Run(stop), CancellationToken.None);
        }

        await using SoakReplay replay = await SoakReplay.OpenAsync(PlanOf(options.Seeds.First), page);
        output.WriteLine($"Dashboard: {replay.Address}");
        _overhear = replay.Take;
        int exitCode = await Task.Run(() => Run(stop), CancellationToken.None);
        replay.End();
        output.WriteLine("The world stays on the page until Ctrl-C.");
        await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return exitCode;
    }

    private int Run(CancellationToken stop)
    {
        if (options.Seeds.Count == 1)
        {
            ShowPlan(PlanOf(options.Seeds.First));
        }

        _watch.Start();
        using (new Timer(_ => ShowProgress(), null, ProgressMs, ProgressMs))
        {
            Sweep.Run(options.Seeds.First, options.Seeds.Count, seed => RunOne(seed, stop));
        }

        _watch.Stop();
        return Report(stop.IsCancellationRequested);
    }

    // They begin in their order: when one breaks, all lower ones are being run, and the lowest that breaks is reported.
    private bool RunOne(int seed, CancellationToken stop)
    {
        WorldResult result = World.Run(PlanOf(seed) with { Overhear = _overhear }, stop);
        if (options.Twice && !stop.IsCancellationRequested && World.Run(PlanOf(seed), stop).Fingerprint != result.Fingerprint)
        {
            result.Verdict.Break(Checkers.Promise.Convergence, "the world", 0, "two runs of the same seed differ");
        }

        _tally.Add(result);
        return result.Verdict.IsKept && !stop.IsCancellationRequested;
    }

    private WorldPlan PlanOf(int seed)
    {
        WorldPlan plan = WorldPlan.Draw(seed, options.Days, options.Nodes, options.Intensity, options.Recording) with
        {
            Payload = options.Payload,
            Sensors = Stations.All.GetValueOrDefault(options.Station, ["bme280"]),
        };
        return options.Only is { } only
            ? plan with { Faults = [.. plan.Faults.Where(fault => only.Contains(fault.Number))] }
            : plan;
    }

    private void ShowPlan(WorldPlan plan)
    {
        output.WriteLine($"World {plan.Seed}: {Wording.Count(plan.Nodes, "node")}, {Wording.Count(plan.Days, "day")} from "
            + $"{Wording.Moment(plan.StartUnixMs)}, {Wording.Count(plan.Faults.Count, "fault")}; {WorldConfiguration.Describe(plan)}.");
        foreach (Fault fault in plan.Faults)
        {
            output.WriteLine($"  {fault}");
        }
    }

    private void ShowProgress() => error.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{_watch.Elapsed.TotalSeconds,6:F0} s  {_tally.Worlds} of {options.Seeds.Count} worlds, "
        + $"{_tally.NodeSeconds / 86400.0:F1} node-days, {_tally.Cuts} power cuts"));

    private int Report(bool wasStopped)
    {
        double seconds = _watch.Elapsed.TotalSeconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(wasStopped ? "Stopped. " : "")}{_tally.Worlds} worlds, {_tally.NodeSeconds / 86400.0:F1} node-days in {seconds:F1} s: "
            + $"{_tally.NodeSeconds / seconds:F0} node-seconds per second."));
        output.WriteLine(
            $"{_tally.Samples} samples, {_tally.Cuts} power cuts, {_tally.Restarts} restarts of the nodes' own, "
            + $"{_tally.Deaths} deaths of the "
            + $"firmware; {_tally.Unwritten} samples were in memory only when the power went.");
        bool isSound = ReportBroken();
        if (_tally.Doubts.Count > 0)
        {
            output.WriteLine($"Of {_tally.Readings} readings {_tally.Doubts.Values.Sum()} arrived with something that speaks against them: "
                + string.Join(", ", _tally.Doubts.Select(doubt => $"{doubt.Key} {doubt.Value}")) + ".");
        }

        isSound &= ReportUnmet(wasStopped);
        if (isSound)
        {
            output.WriteLine("Nothing was lost, nothing repeated, nothing invented; every promise was kept.");
        }

        if (options.Json)
        {
            output.WriteLine(_tally.ToJson(_tally.Worlds, seconds).ToJsonString());
        }

        return isSound ? 0 : 1;
    }

    private bool ReportBroken()
    {
        if (_tally.FirstBroken is not { } broken)
        {
            return true;
        }

        TimeSpan at = TimeSpan.FromMilliseconds(broken.Verdict.AtMs);
        output.WriteLine($"BROKEN: seed {broken.Plan.Seed}, day {at.Days} {at:hh\\:mm\\:ss}, {broken.Verdict.Node}: "
            + $"{broken.Verdict.Promise}: {broken.Verdict.Fault}");
        output.WriteLine($"again, at {Commit()}: dotnet run --project simulator -- {SameAgain(broken.Plan.Seed)}");
        if (options.Shrink)
        {
            IReadOnlyList<Fault> fewest = Shrinker.Shrink(broken.Plan with { Overhear = null }, broken.Verdict.Promise, error);
            output.WriteLine($"{fewest.Count} of {broken.Plan.Faults.Count} faults are enough:");
            foreach (Fault fault in fewest)
            {
                output.WriteLine($"  {fault}");
            }

            string numbers = string.Join(',', fewest.Select(fault => fault.Number));
            string only = numbers.Length > 0 ? numbers : "none";
            output.WriteLine($"again: dotnet run --project simulator -- {SameAgain(broken.Plan.Seed)} --only {only}");
        }

        return false;
    }

    private bool ReportUnmet(bool wasStopped)
    {
        bool isSweep = options.Seeds.Count * (long)options.Nodes * options.Days >= SweepNodeDays;
        if (!isSweep || wasStopped || options.Intensity == FaultIntensity.None
            || _tally.FirstBroken is not null || _tally.NeverMet.Count == 0)
        {
            return true;
        }

        string untried = string.Join(", ", _tally.NeverMet);
        output.WriteLine($"UNTRIED: {untried} never had an effect in these worlds; so they prove nothing of it.");
        return false;
    }

    private string SameAgain(int seed)
    {
        string intensity = options.Intensity.ToString().ToLowerInvariant();
        string weather = options.Recording is { } recording ? $" --weather {recording.Summary.File}" : "";
        string payload = options.Payload is { } name ? $" --payload {name}" : "";
        string station = options.Station.Length > 0 ? $" --station {options.Station}" : "";
        return $"soak --seed {seed} --days {options.Days} --nodes {options.Nodes} --faults {intensity}{weather}{payload}{station}";
    }

    // The SDK puts the commit behind the version.
    private static string Commit()
    {
        string version = typeof(SoakRunner).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        int plus = version.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? "this version" : "commit " + version[(plus + 1)..Math.Min(version.Length, plus + 13)];
    }
}
