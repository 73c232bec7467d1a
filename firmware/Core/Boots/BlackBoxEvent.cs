namespace UlmEdge.Core.Boots
{
    /// <summary>One event of the black box.</summary>
    public sealed class BlackBoxEvent
    {
        /// <summary>How many numbers an event has. The ring holds just these: 32 objects would take four times their room.</summary>
        public const int Numbers = 4;

        /// <summary>Number of the boot in which it happened.</summary>
        public int Boot;

        /// <summary>When, in seconds since power-on.</summary>
        public int UptimeSeconds;

        /// <summary>The number of a <see cref="Ports.NodeEvent"/>.</summary>
        public int Code;

        /// <summary>What the event says it is.</summary>
        public int Detail;
    }
}
