namespace UlmEdge.Ports
{
    /// <summary>How <see cref="Quality"/> lies in flash and on the wire.</summary>
    public static class Qualities
    {
        /// <summary>Bits in flash.</summary>
        public const int Bits = 6;

        /// <summary>The bit of a <c>.q</c> record that <see cref="Quality.Range"/> has; those below are reasons.</summary>
        public const int FirstBit = 16;
    }
}
