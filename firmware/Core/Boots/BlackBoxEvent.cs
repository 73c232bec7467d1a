namespace UlmEdge.Core.Boots
{
    /// <summary>The places of the numbers of an event of the black box.</summary>
    /// <remarks>The ring holds just these: on the board 32 objects would take four times their room.</remarks>
    public static class BlackBoxEvent
    {
        /// <summary>How many numbers an event has.</summary>
        public const int Numbers = 4;

        /// <summary>Number of the boot in which it happened.</summary>
        public const int Boot = 0;

        /// <summary>When, in seconds since power-on.</summary>
        public const int UptimeSeconds = 1;

        /// <summary>The number of a <see cref="Ports.NodeEvent"/>.</summary>
        public const int Code = 2;

        /// <summary>What the event says it is.</summary>
        public const int Detail = 3;
    }
}
