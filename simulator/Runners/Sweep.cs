namespace UlmEdge.Simulator.Runners;

/// <summary>Does much computing with many numbers, the lowest first, as many at once as there are processors.</summary>
/// <remarks>
/// On threads of its own: <see cref="Parallel"/> holds those of the pool for as long as a sweep lasts, and on a machine of two
/// processors none is left for the timer that is to end it.
/// </remarks>
internal static class Sweep
{
    /// <summary>Calls the body with each number until it says stop; what has begun then is still done.</summary>
    /// <param name="first">The first number.</param>
    /// <param name="count">How many.</param>
    /// <param name="body">Returns false when no more are to be begun. What it throws is thrown here.</param>
    public static void Run(int first, int count, Func<int, bool> body)
    {
        int next = -1;
        bool isOver = false;
        Task[] workers = [.. Enumerable.Range(0, Environment.ProcessorCount)
            .Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Task.WaitAll(workers);

        void Work()
        {
            int index;
            while (!Volatile.Read(ref isOver) && (index = Interlocked.Increment(ref next)) < count)
            {
                bool goesOn = false;
                try
                {
                    goesOn = body(first + index);
                }
                finally
                {
                    if (!goesOn)
                    {
                        Volatile.Write(ref isOver, true);
                    }
                }
            }
        }
    }
}
