using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>
    /// Batches in flash: appended once, kept until their space is needed, found by sample number, accounted for to the last.
    /// </summary>
    /// <remarks>
    /// FORMAT.md beside this file shows the bytes and says why a power cut at any moment loses nothing that was appended.
    /// Important terms. Settled: the broker has the sample, or it is gone for good and in the ledger. Waiting: neither.
    /// Invariant: every sample below <see cref="NextSample"/> is sent, waiting, or in the ledger with a cause.
    /// Bounds: memory is allocated at construction but for the list of segments; <see cref="Work"/> and the searches do a
    /// bounded number of records per call.
    /// </remarks>
    public sealed class Journal
    {
        private readonly IFileStore _store;
        private readonly IEventLog _log;
        private readonly JournalState _state = new JournalState();
        private readonly SegmentList _segments = new SegmentList();
        private readonly CursorSlots _slots;
        private readonly BatchFinder _finder;
        private readonly ClockFinder _clocks;
        private readonly Housekeeper _housekeeper;
        private readonly Workbench _bench = new Workbench();
        private readonly byte[] _record = new byte[Workbench.BytesMax];
        private readonly int _segmentsMax;
        private readonly bool _isRecovered;
        private bool _isSealed;
        private bool _hasUndated;
        private int _refusals;

        /// <summary>Opens the journal of a flash, whatever state it is in.</summary>
        /// <param name="store">The flash.</param>
        /// <param name="nodeId">The node: the journal of another one is not continued.</param>
        /// <param name="entropy">Draws the epoch of a new journal.</param>
        /// <param name="log">Is told what was found, and what had to go.</param>
        /// <param name="segmentsMax">Space in segments of <see cref="Limits.SegmentBytesMax"/>; at least 4.</param>
        public Journal(IFileStore store, string nodeId, IEntropy entropy, IEventLog log, int segmentsMax)
        {
            _store = store;
            _log = log;
            _slots = new CursorSlots(store, _bench);
            _finder = new BatchFinder(store, _state, _segments, _bench, log);
            _clocks = new ClockFinder(store, _state, _segments, _bench);
            _housekeeper = new Housekeeper(store, _state, _segments, _slots, _finder, _clocks, _bench, log);
            _housekeeper.SegmentsMax = segmentsMax;
            _segmentsMax = segmentsMax;
            Recovery recovery = null;
            for (int i = 0; i < Limits.RefusalsUntilFull && !_isRecovered; i++)
            {
                recovery = new Recovery(store, _state, _segments, _slots, _bench, log);
                _isRecovered = recovery.TryRun(Fnv1a.Hash(nodeId), entropy, i == Limits.RefusalsUntilFull - 1);
            }

            _isSealed = recovery.IsSealed;
            ClockedUpTo = NextSample;
            for (int i = 0; i < Limits.RefusalsUntilFull && !TryResume(); i++)
            {
                _log.Record(NodeEvent.StoreFailed, _state.Boot);
            }

            _housekeeper.Doom(recovery.Doomed);
        }

        /// <summary>Whether the flash could be read, and this boot's number is durable; if not, nothing is appended or found.</summary>
        public bool IsUsable { get; private set; }

        /// <summary>Drawn when the journal was formatted; sample numbers are unique within it.</summary>
        public int Epoch => _state.Epoch;

        /// <summary>The number of this boot, from 1.</summary>
        public int Boot => _state.Boot;

        /// <summary>The number of the sample that is taken next; all below were taken.</summary>
        public int NextSample => _state.NextSample;

        /// <summary>All samples below this number are settled.</summary>
        public int SettledUpTo => _state.Settled.UpTo;

        /// <summary>Ranges of settled samples above <see cref="SettledUpTo"/>.</summary>
        public int IslandCount => _state.Settled.IslandCount;

        /// <summary>Samples below <see cref="NextSample"/> that are not settled.</summary>
        public int UnsettledCount => NextSample - _state.Settled.CountIn(0, NextSample);

        /// <summary>The latest Unix second of which the node can be sure.</summary>
        public long KnownUnixSeconds => _state.KnownUnixSeconds;

        /// <summary>Whether batches of this boot were appended without a date, and no clock record behind them.</summary>
        public bool NeedsClock => _hasUndated;

        /// <summary>Undated batches below this number have a clock record behind them, if they are of this boot.</summary>
        public int ClockedUpTo { get; private set; }

        /// <summary>Whether the last search has looked at everything from where it began.</summary>
        public bool ReachedEnd => !IsUsable || _finder.ReachedEnd;

        /// <summary>Counts the times that waiting batches became other ones.</summary>
        public int Rewritings => _housekeeper.Rewritings;

        /// <summary>Whether the flash refused the last housekeeping.</summary>
        public bool IsRefused => _housekeeper.IsRefused;

        /// <summary>Files that hold batches.</summary>
        public int SegmentCount => _segments.Count;

        /// <summary>Tries whether the flash takes writes: makes the state durable, this boot's number with it.</summary>
        /// <returns>False if it does not, or if it could not be read at boot.</returns>
        public bool TryResume()
        {
            bool isWritten = _isRecovered && _slots.Write(_state);
            IsUsable |= isWritten;
            return isWritten;
        }

        /// <summary>Makes a batch durable. Its samples come after those appended before; numbers in between were not stored.</summary>
        /// <returns>False if the flash did not take it: then it is to be given again.</returns>
        public bool Append(Batch batch)
        {
            int next = NextSample;
            if (IsUsable && batch.FirstSample < next)
            {
                _hasUndated |= !batch.TimesAreUnix;
                return true; // It was interrupted, e.g. for want of memory, after the flash had it.
            }

            if (!IsUsable || !AppendRecord(batch, 0))
            {
                return false;
            }

            if (batch.FirstSample > next)
            {
                _state.GiveUp(next, batch.FirstSample, GapCause.NotStored);
            }

            _state.NextSample = batch.EndSample;
            _hasUndated |= !batch.TimesAreUnix;
            if (batch.TimesAreUnix && batch.TimesSeconds[batch.RowCount - 1] > _state.KnownUnixSeconds)
            {
                _state.KnownUnixSeconds = batch.TimesSeconds[batch.RowCount - 1];
            }

            return true;
        }

        /// <summary>
        /// Makes this boot's clock durable for the undated batches that were appended before: after that they have a date for
        /// ever, or none for ever.
        /// </summary>
        /// <param name="offsetSeconds">Unix second of uptime 0, or 0: the time was not learned, and they go without.</param>
        public bool AppendClock(long offsetSeconds)
        {
            if (!IsUsable || !AppendRecord(null, offsetSeconds))
            {
                return false;
            }

            _hasUndated = false;
            ClockedUpTo = NextSample;
            return true;
        }

        /// <summary>Reads the first waiting batch that holds a sample from a number on. It may begin before it.</summary>
        /// <returns>False if there is none, or if looking further has to wait for the next call.</returns>
        public bool TryReadNext(int fromSample, Batch batch)
        {
            return IsUsable && _finder.TryRead(fromSample, batch);
        }

        /// <summary>The oldest sample that is still in flash; <see cref="NextSample"/> when there is none.</summary>
        public int OldestKept => _segments.Count > 0 ? _segments.At(0).FirstSample : NextSample;

        /// <summary>Reads the first batch in flash that holds a sample from a number on, settled or not.</summary>
        /// <returns>False if there is none, or if looking further has to wait for the next call: see <see cref="ReachedEnd"/>.</returns>
        public bool TryReadKept(int fromSample, Batch batch)
        {
            return IsUsable && _finder.TryReadKept(fromSample, batch);
        }

        /// <summary>The time that the node was sure of has proved wrong: this one counts from now on.</summary>
        public void CorrectKnownTime(long unixSeconds)
        {
            _state.KnownUnixSeconds = unixSeconds;
        }

        /// <summary>Finds the clock of an undated batch.</summary>
        /// <param name="boot">Its boot.</param>
        /// <param name="sample">Its first sample.</param>
        /// <param name="isSet">Whether it has a date.</param>
        /// <param name="offsetSeconds">Unix second of its boot's uptime 0.</param>
        /// <returns>False if looking further has to wait for the next call.</returns>
        public bool TryFindClock(int boot, int sample, out bool isSet, out long offsetSeconds)
        {
            bool isKnown = _clocks.TryFind(boot, sample);
            isSet = isKnown && _clocks.IsSet;
            offsetSeconds = _clocks.OffsetSeconds;
            return isKnown;
        }

        /// <summary>Takes note that the broker has these samples.</summary>
        /// <param name="firstSample">The first.</param>
        /// <param name="endSample">One after the last.</param>
        /// <param name="isSummary">Whether what the broker has is a summary of them.</param>
        /// <returns>Samples that were waiting until now; those that were thinned or evicted meanwhile stay what they are.</returns>
        public int Acknowledge(int firstSample, int endSample, bool isSummary)
        {
            int count = 0;
            int from = firstSample;
            while (from < endSample)
            {
                int to = isSummary ? endSample : _state.Ledger.NextNoted(from, endSample);
                count += Settle(from, to);
                from = isSummary ? endSample : _state.Ledger.NextFree(to);
            }

            return count;
        }

        /// <summary>Acknowledges samples as they were taken.</summary>
        public int Acknowledge(int firstSample, int endSample)
        {
            return Acknowledge(firstSample, endSample, false);
        }

        /// <summary>Does a bounded part of the housekeeping.</summary>
        /// <returns>True while there is more to do.</returns>
        public bool Work()
        {
            return IsUsable && _housekeeper.Work();
        }

        /// <summary>What became of the samples from <paramref name="first"/> to before <paramref name="end"/>, all taken.</summary>
        public LedgerTotals Account(int first, int end)
        {
            LedgerTotals totals = new LedgerTotals();
            Account(first, end, totals);
            return totals;
        }

        /// <summary>The same into totals that there are already. No flash is read: the work is bounded by the ledger's entries.</summary>
        public void Account(int first, int end, LedgerTotals totals)
        {
            _state.Ledger.Account(first, end, totals);
        }

        // Without room to note it they stay open, and are sent again.
        private int Settle(int first, int end)
        {
            int before = _state.Settled.CountIn(first, end);
            return first < end && _state.Settled.Add(first, end) ? end - first - before : 0;
        }

        private bool AppendRecord(Batch batch, long offsetSeconds)
        {
            // The record says what is settled: why some of it is must be in flash before, or it would count as sent.
            if (!_housekeeper.TryWriteLedger())
            {
                return false;
            }

            Segment newest = _segments.Newest;
            int length = WriteRecord(batch, offsetSeconds, 0);
            if (length == 0)
            {
                return false;
            }

            if (_isSealed || newest == null || newest.Level != SegmentLevel.AsWritten
                || newest.Length + length > Limits.SegmentBytesMax)
            {
                return AppendToNew(batch, offsetSeconds);
            }

            // Unless all went well nobody knows what the file holds: it is left alone, and the record goes to another one.
            _isSealed = true;
            if (_store.Append(newest.Name, _record, length) != StoreResult.Done && !IsThere(newest.Name, newest.Length, length))
            {
                return false;
            }

            _isSealed = false;

            newest.Length += length;
            _housekeeper.DurablySettledUpTo = _state.Settled.UpTo;
            return true;
        }

        private int WriteRecord(Batch batch, long offsetSeconds, int offset)
        {
            return batch == null
                ? _bench.Records.WriteClock(Boot, offsetSeconds, _state.Settled, _record, offset, _record.Length)
                : _bench.Records.WriteBatch(batch, _state.Settled, _record, offset, _record.Length);
        }

        private bool AppendToNew(Batch batch, long offsetSeconds)
        {
            if (_segments.Count >= _housekeeper.SegmentsMax)
            {
                _housekeeper.Work();
                if (_segments.Count >= _housekeeper.SegmentsMax)
                {
                    return false; // The housekeeper makes room, in steps: until then batches wait in memory.
                }
            }

            Segment segment = new Segment { Number = _state.NewestSegment + 1, FirstSample = _state.NextSample };
            segment.LastNumber = segment.Number;
            segment.Name = SegmentName.Of(segment.Number, SegmentLevel.AsWritten);
            segment.RecordsOffset = WriteHeader(segment);
            segment.Length = segment.RecordsOffset + WriteRecord(batch, offsetSeconds, segment.RecordsOffset);
            if (_store.Write(segment.Name, _record, segment.Length) != StoreResult.Done && !IsThere(segment.Name, 0, segment.Length))
            {
                Refused(segment);
                return false;
            }

            Accepted();
            _segments.Add(segment);
            _housekeeper.BeginAnew(segment.Name);
            _state.NewestSegment = segment.Number;
            _state.NextSample = batch == null ? _state.NextSample : batch.EndSample;
            _slots.Write(_state); // Tells a segment that is lost from one that never was; if refused, housekeeping tries again.
            _housekeeper.DurablySettledUpTo = _state.Settled.UpTo;
            return true;
        }

        private int WriteHeader(Segment segment)
        {
            SegmentHeader header = _bench.Header;
            header.NodeHash = _state.NodeHash;
            header.Epoch = _state.Epoch;
            header.Boot = _state.Boot;
            header.Level = SegmentLevel.AsWritten;
            header.Number = segment.Number;
            header.LastNumber = segment.Number;
            header.FirstSample = segment.FirstSample;
            header.EndSample = segment.FirstSample;
            header.ContentChecksum = 0;
            header.Settled.Restart(0);
            header.Settled.Add(_state.Settled);
            return header.Write(_record);
        }

        // A write that was refused may have been done nevertheless: a sample must not get a second number because of that.
        private bool IsThere(string name, int position, int length)
        {
            byte[] readBack = _bench.TakeBytes();
            if (_store.ReadAt(name, position, readBack, out int read) != StoreResult.Done || read != length)
            {
                return false;
            }

            for (int i = 0; i < length; i++)
            {
                if (readBack[i] != _record[i])
                {
                    return false;
                }
            }

            return true;
        }

        private void Accepted()
        {
            _refusals = 0;
            _isSealed = false;
            if (_segments.Newest != null)
            {
                _finder.Forget(_segments.Newest); // It ends here from now on, whatever else it may hold.
            }

            if (_housekeeper.SegmentsMax < _segmentsMax)
            {
                _housekeeper.SegmentsMax++; // Perhaps the flash is not that full any more.
            }
        }

        // A flash that refuses new files again and again, but no deletion, is full, whatever was said of its size.
        private void Refused(Segment segment)
        {
            bool deletes = _store.Delete(segment.Name) == StoreResult.Done;
            if (deletes && ++_refusals % Limits.RefusalsUntilFull == 0 && _segments.Count > Limits.SegmentsMin)
            {
                _housekeeper.SegmentsMax = _segments.Count;
            }
        }
    }
}
