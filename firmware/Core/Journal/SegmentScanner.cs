using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>Reads the records of a segment one after the other, and finds the next one after damage.</summary>
    /// <remarks>
    /// Samples that another segment holds are left out: those before the segment's first one, since an older segment was
    /// rewritten with them, and those from the next segment's first one on, since they were written anew after a refusal.
    /// </remarks>
    public sealed class SegmentScanner
    {
        private readonly IFileStore _store;
        private readonly JournalState _state;
        private readonly Workbench _bench;
        private int _bufferStart;
        private int _bufferLength;
        private int _endSample;

        /// <summary>A scanner that has nothing to read.</summary>
        public SegmentScanner(IFileStore store, JournalState state, Workbench bench)
        {
            _store = store;
            _state = state;
            _bench = bench;
        }

        /// <summary>The segment being read, or null.</summary>
        public Segment Segment { get; private set; }

        /// <summary>Where the next record is expected.</summary>
        public int Position { get; private set; }

        /// <summary>Whether bytes were passed over that were no record.</summary>
        public bool SawDamage { get; private set; }

        /// <summary>Whether the flash refused to be read at the last call.</summary>
        public bool Failed { get; private set; }

        /// <summary>Of batches that end at or before this sample only the header is read.</summary>
        public int FromSample { get; set; }

        /// <summary>The record read last, until anybody reads or writes another one.</summary>
        public RecordCodec Record => _bench.Records;

        /// <summary>Goes to the first record of a segment.</summary>
        /// <param name="segment">The segment.</param>
        /// <param name="endSample">The first sample that the next segment holds.</param>
        public void Open(Segment segment, int endSample)
        {
            Segment = segment;
            Position = segment.RecordsOffset;
            SawDamage = false;
            Failed = false;
            _endSample = endSample;
            FromSample = 0;
            _bufferLength = 0;
        }

        /// <summary>Reads nothing more.</summary>
        public void Close()
        {
            Segment = null;
        }

        /// <summary>Reads the next record of the journal's epoch that holds something.</summary>
        /// <param name="batch">Takes the samples of a batch record.</param>
        /// <returns>Batch, Clock, or None at the end of the segment, or when the flash refuses.</returns>
        public RecordKind Next(Batch batch)
        {
            Failed = false; // A flash that refused before may have come to its senses.
            RecordKind kind = NextRecord(batch);
            while (kind == RecordKind.Batch)
            {
                if (batch.Epoch == _state.Epoch)
                {
                    if (batch.EndSample <= FromSample)
                    {
                        break;
                    }

                    batch.Keep(Segment.FirstSample, _endSample);
                    if (batch.RowCount > 0)
                    {
                        break;
                    }
                }

                kind = NextRecord(batch);
            }

            return kind;
        }

        private RecordKind NextRecord(Batch batch)
        {
            while (Position < Segment.Length)
            {
                bool isHere = _bench.Reader == this && Position >= _bufferStart && Position < _bufferStart + _bufferLength;
                if (!isHere && !Fill())
                {
                    break;
                }

                RecordKind kind = TryRead(batch);
                if (kind == RecordKind.Incomplete && _bufferStart != Position)
                {
                    if (!Fill())
                    {
                        break;
                    }

                    kind = TryRead(batch);
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
            return Record.TryRead(_bench.BytesFor(this), Position - _bufferStart, _bufferLength, batch, FromSample);
        }

        // The segment is known to be there, and to be longer: whatever else the flash says is no evidence.
        private bool Fill()
        {
            _bufferLength = 0; // What is there is nobody's, should this end in between, e.g. for want of memory.
            _bufferStart = Position;
            StoreResult result = _store.ReadAt(Segment.Name, Position, _bench.BytesFor(this), out int length);
            Failed = result != StoreResult.Done || length == 0;
            _bufferLength = Failed ? 0 : length;
            return !Failed;
        }
    }
}
