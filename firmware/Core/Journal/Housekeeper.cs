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
    public sealed class Housekeeper
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
        private readonly Workbench _bench;
        private readonly ArrayList _doomed = new ArrayList { Capacity = 2 * Limits.SegmentsMax };
        private int _least;
        private bool _isDoomSafe;

        /// <summary>A housekeeper of a journal.</summary>
        public Housekeeper(
            IFileStore store,
            JournalState state,
            SegmentList segments,
            CursorSlots slots,
            BatchFinder finder,
            ClockFinder clocks,
            Workbench bench,
            IEventLog log)
        {
            _store = store;
            _state = state;
            _segments = segments;
            _slots = slots;
            _finder = finder;
            _clocks = clocks;
            _bench = bench;
            _log = log;
            _rewriter = new Rewriter(store, state, segments, slots, bench);
        }

        /// <summary>Segments that the journal may have.</summary>
        public int SegmentsMax { get; set; }

        /// <summary>Counts the times that waiting batches became other ones.</summary>
        public int Rewritings { get; private set; }

        /// <summary>Whether the flash refused the last step: the next one can wait.</summary>
        public bool IsRefused { get; private set; }

        /// <summary>All numbers below this one are settled in flash, too.</summary>
        public int DurablySettledUpTo { get; set; }

        /// <summary>Has files deleted, once the ledger is durable.</summary>
        public void Doom(ArrayList names)
        {
            foreach (string name in names)
            {
                _doomed.Add(name);
            }
        }

        /// <summary>Takes note of a new segment: what brought nothing, or was refused, is worth another try.</summary>
        /// <param name="name">Its file; one of that name that was to be deleted is not there any more.</param>
        public void BeginAnew(string name)
        {
            _doomed.Remove(name);
            _least = SegmentLevel.Regrouped;
        }

        /// <summary>Does a bounded part of what is to be done.</summary>
        /// <returns>False when there is nothing to do.</returns>
        public bool Work()
        {
            IsRefused = false;
            if (!TryWriteLedger() || (_doomed.Count > 0 && !DeleteDoomed()))
            {
                return false; // As long as what should be gone is there, nothing more is given up.
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

            return TryDeleteSettled() || TryStartRewriting() || (_segments.Count >= SegmentsMax && TryEvictOldest());
        }

        /// <summary>Makes what the ledger says durable, before what is settled because of it: else a cut would have that sent.</summary>
        /// <returns>False if the flash refuses.</returns>
        /// <remarks>A newest segment that no slot knows yet is told, too; that only the slots refuse it need not stop anything.</remarks>
        public bool TryWriteLedger()
        {
            bool isDue = _state.Ledger.IsAhead || _slots.NewestSegment != _state.NewestSegment;
            return !isDue || WriteState() || !_state.Ledger.IsAhead;
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
            if (!_state.Settled.Covers(oldest.FirstSample, end) || !IsDurable(end))
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
                int half = HalfOf(plain) < plain ? HalfOf(plain) : plain;
                return Start(hourly, summaries > 1 ? summaries : summaries + half, SegmentLevel.Hourly);
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
            Batch batch = _bench.Batch;
            if (!_finder.TryReadFirst(index, batch))
            {
                return _finder.IsRefused; // Then it may be: nothing becomes coarse because of a refusal.
            }

            int fitting = Limits.CellsPerBatchMax / batch.ColumnCount;
            fitting = fitting < Limits.SamplesPerBatchMax ? fitting : Limits.SamplesPerBatchMax;
            return !batch.IsSummary && batch.RowCount * 2 <= fitting;
        }

        private bool TakeResult()
        {
            if (!_rewriter.HasResult)
            {
                return TakeFailure();
            }

            Segment result = _rewriter.Result;
            int first = _rewriter.First;
            int thinned = NoteThinned(result);
            Rewritings++;
            _isDoomSafe = false;
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
            _least = SegmentLevel.Regrouped;
            if (thinned > 0)
            {
                _log.Record(NodeEvent.SamplesThinned, thinned); // Last: it can end for want of memory, and the result has its place.
            }

            return true;
        }

        // True if there is something else to try at once.
        private bool TakeFailure()
        {
            if (_rewriter.Leftover != null)
            {
                _doomed.Add(_rewriter.Leftover); // It would pass for a result after a power cut.
            }

            IsRefused = _rewriter.HasFailed;
            if (_rewriter.IsOvertaken)
            {
                return true; // The same again: nothing becomes coarser for want of luck.
            }

            if (_rewriter.HasFailed && _segments.Count < SegmentsMax)
            {
                return false; // The same again, later.
            }

            _least++; // This level brings nothing: the next one may, or the oldest goes.
            return _least <= SegmentLevel.Max || _segments.Count >= SegmentsMax;
        }

        // Returns how many samples that are.
        private int NoteThinned(Segment result)
        {
            Batch batch = _bench.Batch;
            int samples = 0;
            int offset = result.RecordsOffset;
            while (offset < result.Length)
            {
                RecordKind kind = _bench.Records.TryRead(_bench.Segment, offset, result.Length, batch);
                offset += _bench.Records.Length;
                if (kind == RecordKind.Batch && batch.IsSummary)
                {
                    samples += _state.Note(batch.FirstSample, batch.EndSample, GapCause.Thinned, batch.RowCount);
                }
            }

            return samples;
        }

        // Files go once the state is durable that says where their samples are.
        private bool DeleteDoomed()
        {
            if ((_state.Ledger.IsAhead || !_isDoomSafe) && !WriteState())
            {
                return false;
            }

            _isDoomSafe = true;
            for (int i = _doomed.Count - 1; i >= 0; i--)
            {
                if (_store.Delete((string)_doomed[i]) != StoreResult.Done)
                {
                    IsRefused = true;
                    return false;
                }

                _doomed.RemoveAt(i);
            }

            return true;
        }

        private bool TryEvictOldest()
        {
            if (_segments.Count < 2)
            {
                return false;
            }

            _rewriter.Abort();
            Segment oldest = _segments.At(0);
            int end = _segments.EndOf(0, _state.NextSample);
            _finder.Lose(0, oldest.FirstSample); // Below the oldest of all there is nothing left to wait for.
            int evicted = _state.GiveUp(oldest.FirstSample, end, GapCause.Evicted);
            if (evicted > 0)
            {
                _log.Record(NodeEvent.SamplesEvicted, evicted);
            }

            // A full flash may have no block left to say it: then the file goes first. A cut in between makes it unreadable.
            Rewritings++;
            WriteState();
            Delete(oldest);
            _least = SegmentLevel.Regrouped;
            return _doomed.Count == 0;
        }

        private void Delete(Segment segment)
        {
            Forget(segment);
            _segments.Remove(segment);
            _doomed.Add(segment.Name); // Before it is tried: a try that ends for want of memory must not leave the file for ever.
            if (_store.Delete(segment.Name) != StoreResult.Done)
            {
                IsRefused = true;
                return;
            }

            _doomed.RemoveAt(_doomed.Count - 1);
        }

        private void Forget(Segment segment)
        {
            _finder.Forget(segment);
            _clocks.Forget(segment);
        }

        private bool IsDurable(int end)
        {
            return (end <= DurablySettledUpTo && !_state.Ledger.IsAhead) || WriteState();
        }

        private bool WriteState()
        {
            _state.OldestSegment = _segments.Count > 0 ? _segments.At(0).Number : _state.NewestSegment;
            if (!_slots.Write(_state))
            {
                IsRefused = true;
                return false;
            }

            DurablySettledUpTo = _state.Settled.UpTo;
            return true;
        }
    }
}
