using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Journal
{
    /// <summary>The memory that the parts of a journal share, since they work one after the other.</summary>
    /// <remarks>
    /// Nothing on it outlives the call that put it there, but for two things: what a scanner has read ahead is its own as long as it is the
    /// <see cref="Reader"/>, and <see cref="Segment"/> is the rewriter's until its result is taken.
    /// </remarks>
    public sealed class Workbench
    {
        private readonly byte[] _bytes = new byte[BytesMax];

        /// <summary>The most bytes that are read or compared at once: a record behind a header, or a cursor slot.</summary>
        public const int BytesMax = SegmentHeader.BytesMax + RecordCodec.BytesMax;

        /// <summary>Writes and reads records.</summary>
        public RecordCodec Records { get; } = new RecordCodec();

        /// <summary>Writes and reads headers.</summary>
        public SegmentHeader Header { get; } = new SegmentHeader();

        /// <summary>Takes a batch that is looked at and forgotten.</summary>
        public Batch Batch { get; } = new Batch();

        /// <summary>Takes a whole segment.</summary>
        public byte[] Segment { get; } = new byte[Limits.SegmentBytesMax];

        /// <summary>The scanner that has read ahead into the bytes, or null.</summary>
        public SegmentScanner Reader { get; private set; }

        /// <summary>Gives the bytes to a scanner, which finds there what it has read as long as nobody else takes them.</summary>
        public byte[] BytesFor(SegmentScanner reader)
        {
            Reader = reader;
            return _bytes;
        }

        /// <summary>Gives the bytes to somebody who is done with them before the call ends.</summary>
        public byte[] TakeBytes()
        {
            return BytesFor(null);
        }
    }
}
