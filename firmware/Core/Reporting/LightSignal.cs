namespace UlmEdge.Core.Reporting
{
    /// <summary>What the light says; a positive number is so many short flashes. The card for technicians shows the same.</summary>
    public static class LightSignal
    {
        /// <summary>The node is testing itself: on and off, each half a second.</summary>
        public const int Testing = -1;

        /// <summary>The node has just passed its test: long light.</summary>
        public const int Passed = -2;

        /// <summary>Somebody looks for this node: flicker.</summary>
        public const int Identify = -3;

        /// <summary>All is well.</summary>
        public const int Well = 1;

        /// <summary>No broker: not configured, not found, refused.</summary>
        public const int NoBroker = 2;

        /// <summary>No network.</summary>
        public const int NoNetwork = 3;

        /// <summary>The time of day is unknown.</summary>
        public const int NoTime = 4;

        /// <summary>A sensor does not deliver.</summary>
        public const int Sensor = 5;

        /// <summary>The flash refuses.</summary>
        public const int Flash = 6;

        /// <summary>A file with a certificate or key is missing.</summary>
        public const int Certificate = 7;

        /// <summary>The configuration that holds has faults, or the node is in safe mode.</summary>
        public const int Configuration = 8;
    }
}
