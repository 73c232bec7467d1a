namespace UlmEdge.Core.Configuration
{
    /// <summary>One of the two slots in flash, as it was read.</summary>
    public sealed class ConfigurationSlot
    {
        /// <summary>Whether the slot holds something sound.</summary>
        public bool IsSound;

        /// <summary>The later one has the higher number.</summary>
        public int Sequence;

        /// <summary>One of <see cref="ConfigurationKind"/>.</summary>
        public int Kind;

        /// <summary>Boots that have begun to try it.</summary>
        public int Attempts;

        /// <summary>CRC-32 of the text, which tells one configuration from another.</summary>
        public uint Checksum;

        /// <summary>Why it was given back, or an empty text.</summary>
        public string Why = string.Empty;

        /// <summary>The configuration as it was sent; the first <see cref="Length"/> bytes.</summary>
        public byte[] Text;

        /// <summary>Bytes of the text.</summary>
        public int Length;
    }
}
