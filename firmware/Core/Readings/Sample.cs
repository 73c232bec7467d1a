using UlmEdge.Ports;

namespace UlmEdge.Core.Readings
{
    /// <summary>All that a node measured at one time: one reading per channel that was due.</summary>
    public sealed class Sample
    {
        /// <summary>Seconds of uptime at which the measurement began.</summary>
        public long UptimeSeconds;

        /// <summary>One reading per channel of the node.</summary>
        public readonly Reading[] Readings = new Reading[Limits.ChannelsMax];

        /// <summary>Which channels were due; the readings of the others mean nothing.</summary>
        public readonly bool[] Due = new bool[Limits.ChannelsMax];
    }
}
