namespace UlmEdge.Core.Batches
{
    /// <summary>What came of reading a stored batch.</summary>
    public enum DecodeResult
    {
        /// <summary>The batch is complete and true to what was written.</summary>
        Ok,

        /// <summary>Fewer bytes than the smallest batch has.</summary>
        TooShort,

        /// <summary>Written by a firmware with another format.</summary>
        UnknownVersion,

        /// <summary>The bytes were damaged.</summary>
        BadChecksum,

        /// <summary>The checksum is right, but the content breaks a rule of the format: not written by this codec.</summary>
        Malformed,
    }
}
