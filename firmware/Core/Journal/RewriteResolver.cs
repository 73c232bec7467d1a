using System.Collections;
using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>Clears up after a power cut between the rewriting of segments and the end of those that it replaced.</summary>
    internal sealed class RewriteResolver
    {
        private readonly IFileStore _store;
        private readonly JournalState _state;
        private readonly SegmentList _segments;
        private readonly byte[] _file;
        private readonly ArrayList _replaced;
        private readonly SegmentScanner _scanner;
        private readonly Batch _batch = new Batch();

        /// <summary>A resolver for segments just loaded.</summary>
        /// <param name="store">The flash.</param>
        /// <param name="state">Learns what was thinned.</param>
        /// <param name="segments">The segments.</param>
        /// <param name="file">Memory for one segment.</param>
        /// <param name="replaced">Takes the files that are to go once the ledger says so.</param>
        public RewriteResolver(IFileStore store, JournalState state, SegmentList segments, byte[] file, ArrayList replaced)
        {
            _store = store;
            _state = state;
            _segments = segments;
            _file = file;
            _replaced = replaced;
            _scanner = new SegmentScanner(store);
        }

        /// <summary>Whether the flash refused to delete what does not hold.</summary>
        public bool Refused { get; private set; }

        /// <summary>Decides for every rewritten segment whose inputs are there whether it holds, or they do.</summary>
        public void Run()
        {
            for (int i = 0; i < _segments.Count; i++)
            {
                Segment rewritten = _segments.At(i);
                if (rewritten.Level == SegmentLevel.AsWritten || rewritten.IsSalvaged || !HasInputs(rewritten))
                {
                    continue;
                }

                if (IsComplete(rewritten))
                {
                    NoteThinned(rewritten);
                    Drop(rewritten, true);
                }
                else
                {
                    Drop(rewritten, false);
                }

                i = -1; // The list has changed: look again from its start.
            }
        }

        private bool HasInputs(Segment rewritten)
        {
            for (int i = 0; i < _segments.Count; i++)
            {
                if (IsInput(_segments.At(i), rewritten))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool IsInput(Segment segment, Segment rewritten)
        {
            return segment.Level < rewritten.Level && !segment.IsSalvaged
                && segment.Number >= rewritten.Number && segment.LastNumber <= rewritten.LastNumber;
        }

        private bool IsComplete(Segment segment)
        {
            return _store.ReadAt(segment.Name, 0, _file, out int length) == StoreResult.Done
                && segment.EndSample > segment.FirstSample
                && Crc32.Compute(_file, segment.RecordsOffset, length - segment.RecordsOffset) == segment.ContentChecksum;
        }

        private void NoteThinned(Segment segment)
        {
            _scanner.Open(segment, segment.RecordsOffset);
            while (true)
            {
                RecordKind kind = _scanner.Next(_batch);
                if (kind == RecordKind.None)
                {
                    return;
                }

                if (kind == RecordKind.Batch && _batch.IsSummary)
                {
                    _state.Ledger.Note(_batch.FirstSample, _batch.EndSample, GapCause.Thinned, _batch.RowCount);
                }
            }
        }

        // Removes the inputs of a rewritten segment, or the rewritten segment itself.
        private void Drop(Segment rewritten, bool inputs)
        {
            for (int i = _segments.Count - 1; i >= 0; i--)
            {
                Segment segment = _segments.At(i);
                if (inputs ? IsInput(segment, rewritten) : segment == rewritten)
                {
                    if (inputs)
                    {
                        _replaced.Add(segment.Name);
                    }
                    else
                    {
                        Refused |= _store.Delete(segment.Name) != StoreResult.Done;
                    }

                    _segments.Remove(segment);
                }
            }
        }
    }
}
