using System.Collections;
using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>Keeps room in the journal: first what the broker has goes, then old data become coarse, then they go.</summary>
    /// <remarks>
    /// What a file was must be durable elsewhere before the file goes: as a result, as settled, or in the ledger.
    /// Files go from the oldest on only, so that a boot's clock record outlives the batches that it dates.
    /// </remarks>
    internal sealed class Housekeeper
    {
        private const int Spare = 2;

        private readonly IFileStore _store;
        private readonly JournalState _state;
        private readonly SegmentList _segments;
        private readonly CursorSlots _slots;
        private readonly BatchFinder _finder;
        private readonly ClockFinder _clocks;
        private readonly Rewriter _rewriter;
        private readonly IEventLog _log;
        private readonly RecordCodec _codec = new RecordCodec();
        private readonly Batch _batch = new Batch();
        private readonly ArrayList _doomed = new ArrayList();
        private int _least;

        /// <summary>A housekeeper of a journal.</summary>
        public Housekeeper(
            IFileStore store,
            JournalState state,
            SegmentList segments,
            CursorSlots slots,
            BatchFinder finder,
            ClockFinder clocks,
            byte[] output,
            IEventLog log)
        {
            _store = store;
            _state = state;
            _segments = segments;
            _slots = slots;
            _finder = finder;
            _clocks = clocks;
            _log = log;
            _rewriter = new Rewriter(store, state, segments, output);
        }

        /// <summary>Segments that the journal may have.</summary>
        public int SegmentsMax { get; set; }

        /// <summary>All numbers below this one are settled in flash, too.</summary>
        public int DurablySettledUpTo { get; set; }

        /// <summary>Does a bounded part of what is to be done.</summary>
        /// <returns>False when there is nothing to do.</returns>
        public bool Work()
        {
            if (_doomed.Count > 0)
            {
                return DeleteDoomed();
            }

            if (!WriteLedger() || !_rewriter.TryDeleteLeftover())
            {
                return false;
            }

            if (_rewriter.IsBusy)
            {
                _rewriter.Step();
                return _rewriter.IsBusy || TakeResult();
            }

            if (_segments.Count <= SegmentsMax - Spare)
            {
                _least = SegmentLevel.Regrouped;
                return false;
            }

            return TryDeleteSettled() || TryStartRewriting();
        }

        /// <summary>Deletes files that recovery found replaced; the state is in flash.</summary>
        public void DeleteReplaced(ArrayList names)
        {
            foreach (string name in names)
            {
                if (_store.Delete(name) != StoreResult.Done)
                {
                    _doomed.Add(name);
                }
            }
        }

        /// <summary>Makes room for one more segment, at whatever price.</summary>
        /// <returns>False if the flash refuses.</returns>
        public bool MakeRoom()
        {
            int before = _segments.Count;
            _least = SegmentLevel.Regrouped;
            while (_segments.Count >= before && Work())
            {
                // Bounded: each rewriting reads its inputs once, and levels only rise.
            }

            return _segments.Count < before || TryEvictOldest();
        }

        /// <summary>
        /// Makes what the ledger says durable, before what is settled because of it: else a cut would have those samples sent.
        /// </summary>
        /// <returns>False if the flash refuses.</returns>
        public bool WriteLedger()
        {
            return !_state.Ledger.IsDirty || WriteState();
        }

        private static int Share(int segments, int parts)
        {
            int share = segments / parts;
            return share < 1 ? 1 : share;
        }

        // No more becomes coarse than must: a run is left half of what it was, and two at least are put together.
        private static int HalfOf(int segments)
        {
            return segments / 2 < 2 ? 2 : segments / 2;
        }

        private bool TryDeleteSettled()
        {
            if (_segments.Count < 2)
            {
                return false;
            }

            Segment oldest = _segments.At(0);
            int end = _segments.EndOf(0, _state.NextSample);
            if (!_state.Settled.Covers(oldest.FirstSample, end) || (end > DurablySettledUpTo && !WriteState()))
            {
                return false;
            }

            Delete(oldest);
            return true;
        }

        // The newest segment grows and is left alone; so the run of a level ends before it.
        private bool TryStartRewriting()
        {
            int summaries = _segments.CountOf(SegmentLevel.TenMinutes);
            int hourly = _segments.CountOf(SegmentLevel.Hourly);
            int plain = _segments.Count - 1 - summaries - hourly;
            int regrouped = _segments.CountOf(SegmentLevel.Regrouped);
            if (_least <= SegmentLevel.Regrouped && plain - regrouped > 1 && IsLoose(hourly + summaries + regrouped))
            {
                return Start(hourly + summaries + regrouped, plain - regrouped, SegmentLevel.Regrouped);
            }

            if (_least <= SegmentLevel.TenMinutes && plain > 1 && summaries < Share(SegmentsMax, 4))
            {
                return Start(hourly + summaries, HalfOf(plain), SegmentLevel.TenMinutes);
            }

            if (_least <= SegmentLevel.Hourly && hourly < Share(SegmentsMax, 5) && summaries + plain > 1)
            {
                return Start(hourly, summaries > 1 ? summaries : summaries + plain, SegmentLevel.Hourly);
            }

            return false;
        }

        private bool Start(int first, int count, int level)
        {
            for (int i = 0; i < first; i++)
            {
                if (_segments.At(i).Level < _segments.At(first).Level)
                {
                    return false; // Out of order, as only foreign hands leave it: the oldest go instead.
                }
            }

            _rewriter.Start(first, count, level);
            _least = level;
            return true;
        }

        // Whether batches hold half of what they could, or less: then regrouping is worth it.
        private bool IsLoose(int index)
        {
            if (!_finder.TryReadFirst(_segments.At(index), _batch))
            {
                return false;
            }

            int fitting = Limits.CellsPerBatchMax / _batch.ColumnCount;
            fitting = fitting < Limits.SamplesPerBatchMax ? fitting : Limits.SamplesPerBatchMax;
            return !_batch.IsSummary && _batch.RowCount * 2 <= fitting;
        }

        private bool TakeResult()
        {
            if (!_rewriter.HasResult)
            {
                _least++; // This level brings nothing now: the next one may.
                return _least <= SegmentLevel.Max;
            }

            Segment result = _rewriter.Result;
            int first = _rewriter.First;
            for (int i = 0; i < _rewriter.Replaced; i++)
            {
                Segment input = _segments.At(first);
                Forget(input);
                _segments.Remove(input);
                _doomed.Add(input.Name);
            }

            if (first < _segments.Count && _segments.At(first).FirstSample < _rewriter.EndSample)
            {
                Forget(_segments.At(first));
                _segments.At(first).FirstSample = _rewriter.EndSample;
            }

            _segments.Add(result);
            NoteThinned(result);
            _least = SegmentLevel.Regrouped;
            DeleteDoomed();
            return true;
        }

        private void NoteThinned(Segment result)
        {
            int samples = 0;
            int offset = result.RecordsOffset;
            while (offset < result.Length)
            {
                RecordKind kind = _codec.TryRead(_rewriter.Output, offset, result.Length, _batch);
                offset += _codec.Length;
                if (kind == RecordKind.Batch && _batch.IsSummary)
                {
                    samples += _batch.SampleCount;
                    _state.Ledger.Note(_batch.FirstSample, _batch.EndSample, GapCause.Thinned, _batch.RowCount);
                }
            }

            if (samples > 0)
            {
                _log.Record(NodeEvent.SamplesThinned, samples);
            }
        }

        // The replaced files go once the ledger is durable.
        private bool DeleteDoomed()
        {
            if (!WriteState())
            {
                return false;
            }

            for (int i = _doomed.Count - 1; i >= 0; i--)
            {
                if (_store.Delete((string)_doomed[i]) != StoreResult.Done)
                {
                    return false;
                }

                _doomed.RemoveAt(i);
            }

            return true;
        }

        private bool TryEvictOldest()
        {
            if (_segments.Count < 2 || !_rewriter.TryDeleteLeftover() || (_doomed.Count > 0 && !DeleteDoomed()))
            {
                return false;
            }

            _rewriter.Abort();
            Segment oldest = _segments.At(0);
            int end = _segments.EndOf(0, _state.NextSample);
            int evicted = 0;
            for (int sample = _state.Settled.NextOpen(oldest.FirstSample); sample < end; sample = _state.Settled.NextOpen(sample))
            {
                int until = _state.Settled.NextSettled(sample, end);
                _state.Ledger.Note(sample, until, GapCause.Evicted, 0);
                _state.Settled.Add(0, until); // The oldest of all: whatever is below is settled, too.
                evicted += until - sample;
            }

            if (evicted > 0)
            {
                _log.Record(NodeEvent.SamplesEvicted, evicted);
            }

            if (!WriteState())
            {
                return false;
            }

            Delete(oldest);
            _least = SegmentLevel.Regrouped;
            return true;
        }

        private void Delete(Segment segment)
        {
            Forget(segment);
            _segments.Remove(segment);
            if (_store.Delete(segment.Name) != StoreResult.Done)
            {
                _doomed.Add(segment.Name);
            }
        }

        private void Forget(Segment segment)
        {
            _finder.Forget(segment);
            _clocks.Forget(segment);
        }

        private bool WriteState()
        {
            if (!_slots.Write(_state))
            {
                return false;
            }

            DurablySettledUpTo = _state.Settled.UpTo;
            return true;
        }
    }
}
