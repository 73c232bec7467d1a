using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>Reads the records of a segment one after the other, and finds the next one after damage.</summary>
    internal sealed class SegmentScanner
    {
        private readonly IFileStore _store;
        private readonly byte[] _buffer = new byte[RecordCodec.BytesMax];
        private int _bufferStart;
        private int _bufferLength;

        /// <summary>A scanner that has nothing to read.</summary>
        public SegmentScanner(IFileStore store)
        {
            _store = store;
        }

        /// <summary>The segment being read, or null.</summary>
        public Segment Segment { get; private set; }

        /// <summary>Where the next record is expected.</summary>
        public int Position { get; private set; }

        /// <summary>Whether bytes were passed over that were no record.</summary>
        public bool SawDamage { get; private set; }

        /// <summary>Whether the flash refused to be read.</summary>
        public bool Failed { get; private set; }

        /// <summary>The record read last.</summary>
        public RecordCodec Record { get; } = new RecordCodec();

        /// <summary>Goes to a place of a segment.</summary>
        public void Open(Segment segment, int position)
        {
            Segment = segment;
            Position = position;
            SawDamage = false;
            Failed = false;
            _bufferLength = 0;
        }

        /// <summary>Reads nothing more.</summary>
        public void Close()
        {
            Segment = null;
        }

        /// <summary>Reads the next record.</summary>
        /// <param name="batch">Takes the samples of a batch record.</param>
        /// <returns>Batch, Clock, or None at the end of the segment.</returns>
        public RecordKind Next(Batch batch)
        {
            Failed = false; // A flash that refused before may have come to its senses.
            while (Position < Segment.Length && !Failed)
            {
                if ((Position < _bufferStart || Position >= _bufferStart + _bufferLength) && !Fill())
                {
                    break;
                }

                RecordKind kind = TryRead(batch);
                if (kind == RecordKind.Incomplete && _bufferStart != Position)
                {
                    bool hasMore = Fill();
                    if (Failed)
                    {
                        break; // Not damage: the record is there when the flash can be read again.
                    }

                    kind = hasMore ? TryRead(batch) : kind;
                }

                if (kind == RecordKind.Batch || kind == RecordKind.Clock)
                {
                    Position += Record.Length;
                    return kind;
                }

                SawDamage = true;
                Position++;
            }

            return RecordKind.None;
        }

        private RecordKind TryRead(Batch batch)
        {
            return Record.TryRead(_buffer, Position - _bufferStart, _bufferLength, batch);
        }

        private bool Fill()
        {
            StoreResult result = _store.ReadAt(Segment.Name, Position, _buffer, out _bufferLength);
            _bufferStart = Position;
            Failed = result == StoreResult.Failed;
            return result == StoreResult.Done && _bufferLength > 0;
        }
    }
}
