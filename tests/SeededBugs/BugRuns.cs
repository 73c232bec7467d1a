using System.Collections.Concurrent;

namespace UlmEdge.Tests.SeededBugs;

/// <summary>Runs of the simulator with bugs: two at a time, although xunit asks for one after the other.</summary>
public sealed class BugRuns : IAsyncDisposable
{
    private const int AtATime = 2;
    private const string WriteTables = "ULMEDGE_WRITE_TABLES";

    private readonly ConcurrentDictionary<string, Lazy<Task<SimulatorRun>>> _runs = new();
    private readonly SemaphoreSlim _places = new(AtATime);

    /// <summary>What the simulator says to a bug. The next one that nobody asked for yet is begun beside it.</summary>
    public Task<SimulatorRun> OfAsync(string name)
    {
        Task<SimulatorRun> run = Start(SeededBugs.All.Single(bug => bug.Name == name));
        if (SeededBugs.All.FirstOrDefault(bug => !_runs.ContainsKey(bug.Name)) is { } next)
        {
            Start(next);
        }

        return run;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task<SimulatorRun>[] runs = [.. _runs.Values.Select(run => run.Value)];
        await ((Task)Task.WhenAll(runs)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // The tests have told.
        bool isWhole = runs.Length == SeededBugs.All.Count && runs.All(run => run.IsCompletedSuccessfully);
        if (Environment.GetEnvironmentVariable(WriteTables) == "1" && isWhole)
        {
            BugTable.Write(bug => _runs[bug.Name].Value.Result);
        }

        _places.Dispose();
    }

    private Task<SimulatorRun> Start(SeededBug bug) =>
        _runs.GetOrAdd(bug.Name, _ => new Lazy<Task<SimulatorRun>>(() => Task.Run(() => RunAsync(bug)))).Value;

    private async Task<SimulatorRun> RunAsync(SeededBug bug)
    {
        await _places.WaitAsync();
        try
        {
            using SimulatorCopy copy = new(bug);
            return await copy.RunAsync(bug.FoundBy, CancellationToken.None);
        }
        finally
        {
            _places.Release();
        }
    }
}
