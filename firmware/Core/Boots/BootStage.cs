namespace UlmEdge.Core.Boots
{
    /// <summary>How much of itself a node dares to start. The numbers are part of the contract.</summary>
    public static class BootStage
    {
        /// <summary>All of it.</summary>
        public const int Normal = 0;

        /// <summary>Sensors are begun one after the other, with a note before each: the one at which the board dies is left out.</summary>
        public const int OneByOne = 1;

        /// <summary>No sensors: the node is there, and tells of itself.</summary>
        public const int TelemetryOnly = 2;
    }
}
