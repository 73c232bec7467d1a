namespace UlmEdge.Core.Journal
{
    /// <summary>One file of the journal, as the node remembers it.</summary>
    public sealed class Segment
    {
        /// <summary>The file.</summary>
        public string Name;

        /// <summary>Its place in the order of segments.</summary>
        public int Number;

        /// <summary>The last of the segments that it replaced, or its own number.</summary>
        public int LastNumber;

        /// <summary>Whether nothing but its records tells what it is: its name, and so its number and level, may be wrong.</summary>
        public bool IsSalvaged;

        /// <summary>See <see cref="SegmentLevel"/>.</summary>
        public int Level;

        /// <summary>Its first sample that no segment before it holds.</summary>
        public int FirstSample;

        /// <summary>For a segment that replaced others: one after its last sample. Else 0.</summary>
        public int EndSample;

        /// <summary>For a segment that replaced others: the checksum of its records, as its header has it.</summary>
        public uint ContentChecksum;

        /// <summary>Where its records begin.</summary>
        public int RecordsOffset;

        /// <summary>Bytes of the file.</summary>
        public int Length;
    }
}
