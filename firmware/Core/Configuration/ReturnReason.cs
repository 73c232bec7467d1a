namespace UlmEdge.Core.Configuration
{
    /// <summary>Why a configuration did not prove itself. The numbers stand in flash: they are never reused.</summary>
    public static class ReturnReason
    {
        /// <summary>There was no connection.</summary>
        public const int NotConnected = 1;

        /// <summary>There was a connection, and no batch was acknowledged.</summary>
        public const int NothingAcknowledged = 2;

        /// <summary>The board restarted again and again.</summary>
        public const int Restarts = 3;

        /// <summary>It does not go with <c>ulmedge.json</c>, or with this firmware.</summary>
        public const int DoesNotFit = 4;

        /// <summary>The reason in words.</summary>
        public static string Words(int reason)
        {
            switch (reason)
            {
                case NotConnected: return "no connection to a broker within " + Seconds();
                case NothingAcknowledged: return "connected, and no batch acknowledged within " + Seconds();
                case Restarts: return "the board restarted before it had proved itself";
                default: return "it does not go with ulmedge.json or this firmware";
            }
        }

        private static string Seconds()
        {
            return (Limits.TrialMs / 1000).ToString() + " s";
        }
    }
}
