namespace UlmEdge.Core.Configuration
{
    /// <summary>What a slot says of the configuration in it. The numbers stand in flash: they are never reused.</summary>
    public static class ConfigurationKind
    {
        /// <summary>There is none.</summary>
        public const int None = 0;

        /// <summary>It has proved itself.</summary>
        public const int Good = 1;

        /// <summary>It is being tried.</summary>
        public const int Trial = 2;

        /// <summary>It did not prove itself, and is kept only so that it is not tried again.</summary>
        public const int Returned = 3;
    }
}
