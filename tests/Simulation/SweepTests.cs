using System.Collections.Concurrent;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Tests.Simulation;

/// <summary>Sweeps: every number once, and an end that comes.</summary>
public class SweepTests
{
    [Fact]
    public void Every_number_comes_once()
    {
        ConcurrentQueue<int> seen = [];
        Sweep.Run(7, 1_000, number =>
        {
            seen.Enqueue(number);
            return true;
        });
        Assert.Equal(Enumerable.Range(7, 1_000), seen.Order());
    }

    [Fact]
    public void Nothing_begins_after_one_has_said_stop_and_all_below_it_were_begun()
    {
        ConcurrentQueue<int> seen = [];
        Sweep.Run(0, 1_000_000, number =>
        {
            seen.Enqueue(number);
            return number < 100;
        });
        Assert.Equal(Enumerable.Range(0, 101), seen.Order().Take(101));
        Assert.InRange(seen.Count, 101, 101 + Environment.ProcessorCount);
    }

    [Fact]
    public void What_is_thrown_ends_it_and_is_thrown_on()
    {
        int count = 0;
        Assert.ThrowsAny<Exception>(() => Sweep.Run(0, 1_000_000, number =>
        {
            Interlocked.Increment(ref count);
            return number < 10 ? true : throw new InvalidDataException();
        }));
        Assert.InRange(count, 11, 11 + Environment.ProcessorCount);
    }

    [Fact]
    public async Task A_sweep_leaves_the_threads_of_the_pool_to_the_timer_that_ends_it()
    {
        using CancellationTokenSource stop = new();
        Task<int>[] sweeps = [.. Enumerable.Range(0, 2 * Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(
            () =>
            {
                Sweep.Run(0, int.MaxValue, _ => !stop.IsCancellationRequested);
                return 0;
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];
        stop.CancelAfter(1);
        await Task.WhenAll(sweeps);
        Assert.All(sweeps, sweep => Assert.True(sweep.IsCompletedSuccessfully));
    }
}
