using System.Text.Json.Nodes;

namespace UlmEdge.Simulator.Load;

/// <summary>What a broker had to bear when all nodes came back; seconds are from the moment at which the power was there.</summary>
internal sealed class Storm
{
    /// <summary>The figures of a crowd that is over.</summary>
    /// <param name="crowd">The nodes.</param>
    /// <param name="samples">What waited in their journals at the beginning.</param>
    public Storm(LoadCrowd crowd, long samples)
    {
        LoadMeter meter = crowd.Meter;
        AttemptsPerSecond = meter.Attempts.PeakPerSecond;
        ConnectionsPerSecond = meter.Openings.PeakPerSecond;
        FailedAttempts = meter.Attempts.Count - meter.Openings.Count;
        BatchesPerSecond = meter.Batches.PeakPerSecond;
        P99Ms = meter.Latencies.Percentile(0.99);
        ConnectedSeconds = meter.Openings.Last.TotalSeconds;
        DrainedSeconds = Math.Round(meter.Batches.Last.TotalSeconds, 1);
        Samples = samples;
        Lost = samples - crowd.Acknowledged;
    }

    /// <summary>Attempts at a connection, the most in any second.</summary>
    public int AttemptsPerSecond { get; }

    /// <summary>Accepted connections, the most in any second.</summary>
    public int ConnectionsPerSecond { get; }

    /// <summary>Attempts of which nothing came.</summary>
    public int FailedAttempts { get; }

    /// <summary>Messages with samples, the most in any second.</summary>
    public int BatchesPerSecond { get; }

    /// <summary>Within how many milliseconds 99 of 100 messages were acknowledged.</summary>
    public double P99Ms { get; }

    /// <summary>When the last node was connected.</summary>
    public double ConnectedSeconds { get; }

    /// <summary>When the last message was sent.</summary>
    public double DrainedSeconds { get; }

    /// <summary>Samples that waited.</summary>
    public long Samples { get; }

    /// <summary>Samples that have not been acknowledged.</summary>
    public long Lost { get; }

    /// <summary>As an object.</summary>
    public JsonObject ToJson() => new()
    {
        ["attemptsPerSecond"] = AttemptsPerSecond, ["connectionsPerSecond"] = ConnectionsPerSecond, ["failedAttempts"] = FailedAttempts,
        ["batchesPerSecond"] = BatchesPerSecond, ["p99Ms"] = P99Ms, ["connectedSeconds"] = ConnectedSeconds,
        ["drainedSeconds"] = DrainedSeconds, ["samples"] = Samples, ["lost"] = Lost,
    };
}
