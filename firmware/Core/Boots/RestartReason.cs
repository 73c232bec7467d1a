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

        /// <summary>The start failed again and again.</summary>
        public const int StartFailed = 7;

        /// <summary>Whether a boot that ended so within its first minute was a bad one; power and crashes count as such.</summary>
        public static bool IsFailure(int reason)
        {
            return reason == None || reason == Stuck || reason == Memory || reason == StartFailed;
        }

        /// <summary>Whether the restart leads back to what has worked: it is never refused.</summary>
        public static bool IsWayBack(int reason)
        {
            return reason == ConfigurationReturn || reason == LeaveSafeMode;
        }
    }
}
