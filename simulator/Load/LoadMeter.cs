using System.Diagnostics;

namespace UlmEdge.Simulator.Load;

/// <summary>What is measured of many nodes' sessions. From any thread.</summary>
internal sealed class LoadMeter
{
    private readonly Stopwatch _time = Stopwatch.StartNew();

    /// <summary>How long messages with samples took from publish to PUBACK.</summary>
    public Latencies Latencies { get; } = new();

    /// <summary>Attempts at a connection.</summary>
    public Rates Attempts { get; } = new();

    /// <summary>Connections that the broker accepted.</summary>
    public Rates Openings { get; } = new();

    /// <summary>Messages with samples that were handed to a connection.</summary>
    public Rates Batches { get; } = new();

    /// <summary>Time since everything began.</summary>
    public TimeSpan Elapsed => _time.Elapsed;

    /// <summary>Begins anew: nothing has been counted yet.</summary>
    public void Begin() => _time.Restart();

    /// <summary>A node tries to connect.</summary>
    public void Attempted() => Attempts.Take(Elapsed);

    /// <summary>A broker has accepted a node.</summary>
    public void Opened() => Openings.Take(Elapsed);

    /// <summary>A node has sent samples.</summary>
    public void Published() => Batches.Take(Elapsed);
}
