namespace UlmEdge.Core.Reporting
{
    /// <summary>What this firmware calls itself, and the contract that it keeps.</summary>
    public static class FirmwareVersion
    {
        /// <summary>The version, as in the changelog.</summary>
        public const string Text = "0.3.0";

        /// <summary>The telemetry contract: what is added raises the second number, what breaks a consumer the first.</summary>
        public const string Contract = "1.1";
    }
}
