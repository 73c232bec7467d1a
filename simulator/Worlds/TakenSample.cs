using UlmEdge.Ports;

namespace UlmEdge.Simulator.Worlds;

/// <summary>One sample as the node took it, and what has become of it outside.</summary>
public sealed class TakenSample
{
    /// <summary>The boot in which it was taken.</summary>
    public required WorldBoot Boot { get; init; }

    /// <summary>Uptime at which its measurement began.</summary>
    public required long UptimeMs { get; init; }

    /// <summary>The channels that it has.</summary>
    public IReadOnlyList<int> Channels { get; init; } = [0, 1, 2];

    /// <summary>What the sensors' bindings delivered, in the order of the channels.</summary>
    public required Reading[] Readings { get; init; }

    /// <summary>The reading of a channel, or null if it was not due.</summary>
    public Reading? Of(int channel)
    {
        for (int i = 0; i < Channels.Count; i++)
        {
            if (Channels[i] == channel)
            {
                return Readings[i];
            }
        }

        return null;
    }

    /// <summary>The time of day at which it truly was taken, in milliseconds.</summary>
    public required long TrueUnixMs { get; init; }

    /// <summary>The second that it was published with; null while it was not, or only without a date.</summary>
    public long? PublishedSeconds { get; set; }

    /// <summary>Whether it has arrived as it was taken.</summary>
    public bool HasArrived { get; set; }

    /// <summary>Whether it has arrived with its uptime in place of a date.</summary>
    public bool HasArrivedUndated { get; set; }

    /// <summary>The number under which it arrived.</summary>
    public (int Epoch, int Number)? ArrivedAs { get; set; }

    /// <summary>Whether it was lost with the memory; a number that is never given again is passed by each loss of power.</summary>
    public bool WasUnwritten { get; set; }

    /// <summary>Whether a summary that it is part of has arrived.</summary>
    public bool HasArrivedInSummary { get; set; }
}
