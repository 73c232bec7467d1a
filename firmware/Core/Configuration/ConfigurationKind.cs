namespace UlmEdge.Core.Configuration
{
    /// <summary>What a slot says of the configuration in it. The numbers are stored: they are never reused.</summary>
    public static class ConfigurationKind
    {
        /// <summary>There is none: what the node was provisioned with is used.</summary>
        public const int Provisioned = 0;

        /// <summary>It is to be tried, or being tried.</summary>
        public const int Trial = 1;

        /// <summary>It has proved itself.</summary>
        public const int Good = 2;

        /// <summary>It has not proved itself: it is not used again.</summary>
        public const int Returned = 3;
    }
}
