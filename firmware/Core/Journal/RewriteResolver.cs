using System.Collections;
using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>Ends what a power cut has interrupted: a segment was rewritten, and those that it replaces are still there.</summary>
    /// <remarks>
    /// A result that is complete replaces them; one that is not goes, and they stay. The replaced files must not go before
    /// the ledger, which says what was thinned, is in flash: so they are only listed here.
    /// </remarks>
    public sealed class RewriteResolver
    {
        private readonly IFileStore _store;
        private readonly JournalState _state;
        private readonly SegmentList _segments;
        private readonly byte[] _file;
        private readonly SegmentScanner _scanner;
        private readonly Batch _batch;

        /// <summary>A resolver of a journal that is being recovered.</summary>
        /// <param name="store">The flash.</param>
        /// <param name="state">The journal's state.</param>
        /// <param name="segments">The journal's segments.</param>
        /// <param name="bench">The journal's memory.</param>
        public RewriteResolver(IFileStore store, JournalState state, SegmentList segments, Workbench bench)
        {
            _store = store;
            _state = state;
            _segments = segments;
            _file = bench.Segment;
            _batch = bench.Batch;
            _scanner = new SegmentScanner(store, state, bench);
        }

        /// <summary>Names of files whose samples are elsewhere, to be deleted once the state is in flash.</summary>
        public ArrayList Doomed { get; } = new ArrayList();

        /// <summary>Resolves.</summary>
        /// <returns>False if the flash refuses to be read.</returns>
        public bool TryRun()
        {
            for (int i = 0; i < _segments.Count; i++)
            {
                Segment rewritten = _segments.At(i);
                if (rewritten.Level == SegmentLevel.AsWritten || rewritten.IsSalvaged || !HasInputs(rewritten))
                {
                    continue;
                }

                if (_store.ReadAt(rewritten.Name, 0, _file, out int length) != StoreResult.Done || !TryResolve(rewritten, length))
                {
                    return false;
                }

                i = -1; // The list has changed: look again from its start.
            }

            return TryBound();
        }

        // A segment that was replaced in part begins where the result ends.
        private bool TryBound()
        {
            for (int i = 0; i + 1 < _segments.Count; i++)
            {
                Segment segment = _segments.At(i);
                if (segment.Level == SegmentLevel.AsWritten || _segments.At(i + 1).FirstSample >= segment.EndSample)
                {
                    continue;
                }

                if (segment.IsSalvaged)
                {
                    // Its inputs are unknown. One that lies within it throughout may be one.
                    segment.EndSample = _segments.EndOf(i + 1, int.MaxValue) > segment.EndSample ? segment.EndSample : segment.FirstSample;
                    continue;
                }

                if (_store.ReadAt(segment.Name, 0, _file, out int length) != StoreResult.Done)
                {
                    return false;
                }

                if (!IsComplete(segment, length) && !TryBoundByRecords(segment))
                {
                    return false;
                }
            }

            return true;
        }

        // What is left of a damaged result still holds its samples; those behind it stand where they stood.
        private bool TryBoundByRecords(Segment segment)
        {
            _scanner.Open(segment, int.MaxValue);
            segment.EndSample = segment.FirstSample;
            RecordKind kind = _scanner.Next(_batch);
            while (kind != RecordKind.None)
            {
                segment.EndSample = kind == RecordKind.Batch ? _batch.EndSample : segment.EndSample;
                kind = _scanner.Next(_batch);
            }

            NoteThinned(segment);
            return !_scanner.Failed;
        }

        private static bool IsInput(Segment segment, Segment rewritten)
        {
            return segment.Level < rewritten.Level && !segment.IsSalvaged
                && segment.Number >= rewritten.Number && segment.LastNumber <= rewritten.LastNumber;
        }

        private bool IsComplete(Segment segment, int length)
        {
            return length >= segment.RecordsOffset
                && Crc32.Compute(_file, segment.RecordsOffset, length - segment.RecordsOffset) == segment.ContentChecksum;
        }

        private bool TryResolve(Segment rewritten, int length)
        {
            if (!IsComplete(rewritten, length))
            {
                _segments.Remove(rewritten);
                Doomed.Add(rewritten.Name);
                return true;
            }

            NoteThinned(rewritten);
            DropInputs(rewritten);
            return !_scanner.Failed;
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

        private void NoteThinned(Segment segment)
        {
            _scanner.Open(segment, int.MaxValue);
            RecordKind kind = _scanner.Next(_batch);
            while (kind != RecordKind.None)
            {
                if (kind == RecordKind.Batch && _batch.IsSummary)
                {
                    _state.Note(_batch.FirstSample, _batch.EndSample, GapCause.Thinned, _batch.RowCount);
                }

                kind = _scanner.Next(_batch);
            }
        }

        private void DropInputs(Segment rewritten)
        {
            for (int i = _segments.Count - 1; i >= 0; i--)
            {
                Segment segment = _segments.At(i);
                if (IsInput(segment, rewritten))
                {
                    Doomed.Add(segment.Name);
                    _segments.Remove(segment);
                }
            }
        }
    }
}
