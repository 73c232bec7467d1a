namespace UlmEdge.Core.Boots
{
    /// <summary>Why a node restarts itself. The numbers are part of the contract: they are never reused.</summary>
    public static class RestartReason
    {
        /// <summary>It does not.</summary>
        public const int None = 0;

        /// <summary>It was told to, by a command.</summary>
        public const int Command = 1;

        /// <summary>A configuration is to be tried.</summary>
        public const int ConfigurationTrial = 2;

        /// <summary>A configuration did not prove itself: the last good one is used again.</summary>
        public const int ConfigurationReturn = 3;

        /// <summary>The loop was stuck.</summary>
        public const int Stuck = 4;

        /// <summary>Safe mode has lasted long enough: everything is tried again.</summary>
        public const int LeaveSafeMode = 5;

        /// <summary>Memory stays short although all that can be left out was left out.</summary>
        public const int Memory = 6;
    }
}
