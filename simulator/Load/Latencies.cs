namespace UlmEdge.Simulator.Load;

/// <summary>How long messages took, by tenths of a millisecond: what percentiles need, in constant memory. From any thread.</summary>
internal sealed class Latencies
{
    private const int BucketsPerMs = 10;

    private readonly long[] _buckets = new long[60_000 * BucketsPerMs];
    private long _count;

    /// <summary>How many there were.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Takes one; what takes a minute or more counts as a minute.</summary>
    public void Take(TimeSpan latency)
    {
        long bucket = (long)(latency.TotalMilliseconds * BucketsPerMs);
        Interlocked.Increment(ref _buckets[Math.Clamp(bucket, 0, _buckets.Length - 1)]);
        Interlocked.Increment(ref _count);
    }

    /// <summary>The time within which this share of them came, in milliseconds; 0 if there were none.</summary>
    public double Percentile(double share)
    {
        long wanted = (long)Math.Ceiling(share * Count);
        long seen = 0;
        for (int i = 0; i < _buckets.Length && wanted > 0; i++)
        {
            seen += Interlocked.Read(ref _buckets[i]);
            if (seen >= wanted)
            {
                return (i + 1.0) / BucketsPerMs;
            }
        }

        return 0;
    }
}
