namespace UlmEdge.Simulator.Load;

/// <summary>How often something happened, by tenths of a second. From any thread.</summary>
internal sealed class Rates
{
    private const int BinsPerSecond = 10;

    private readonly int[] _bins = new int[BinsPerSecond * 3600];
    private int _count;

    /// <summary>How often in all.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>When it happened last, since the beginning.</summary>
    public TimeSpan Last => TimeSpan.FromSeconds((Array.FindLastIndex(_bins, bin => bin > 0) + 1.0) / BinsPerSecond);

    /// <summary>Takes one; what happens after an hour counts for its end.</summary>
    public void Take(TimeSpan since)
    {
        Interlocked.Increment(ref _bins[Math.Clamp((int)(since.TotalSeconds * BinsPerSecond), 0, _bins.Length - 1)]);
        Interlocked.Increment(ref _count);
    }

    /// <summary>The most in any second.</summary>
    public int PeakPerSecond
    {
        get
        {
            int peak = 0;
            int sum = 0;
            for (int i = 0; i < _bins.Length; i++)
            {
                sum += Volatile.Read(ref _bins[i]) - (i < BinsPerSecond ? 0 : Volatile.Read(ref _bins[i - BinsPerSecond]));
                peak = Math.Max(peak, sum);
            }

            return peak;
        }
    }
}
