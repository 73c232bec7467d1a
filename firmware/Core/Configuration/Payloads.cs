namespace UlmEdge.Core.Configuration
{
    /// <summary>What a batch can be sent as. The names are those of the configuration and of the topics (contract).</summary>
    public static class Payloads
    {
        /// <summary>SenML JSON.</summary>
        public const string Json = "json";

        /// <summary>SenML CBOR.</summary>
        public const string Cbor = "cbor";

        /// <summary>The stored batch, for metered links.</summary>
        public const string Compact = "compact";

        /// <summary>All names, for people.</summary>
        public const string All = "json, cbor or compact";

        /// <summary>Whether a text is one of the names.</summary>
        public static bool IsKnown(string text)
        {
            return text == Json || text == Cbor || text == Compact;
        }
    }
}
