using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>Writes old segments anew, smaller: a few records a step, into memory, and then into flash at once.</summary>
    public sealed class Rewriter
    {
        private readonly IFileStore _store;
        private readonly JournalState _state;
        private readonly SegmentList _segments;
        private readonly CursorSlots _slots;
        private readonly SegmentScanner _scanner;
        private readonly Condenser _condenser = new Condenser();
        private readonly Workbench _bench;
        private int _level;
        private int _first;
        private int _inputs;
        private int _at;
        private int _length;
        private int _end;
        private int _settledBefore;

        /// <summary>A rewriter that has nothing to do.</summary>
        /// <param name="store">The flash.</param>
        /// <param name="state">The journal's state.</param>
        /// <param name="segments">The journal's segments.</param>
        /// <param name="slots">The journal's cursor slots.</param>
        /// <param name="bench">The journal's memory.</param>
        public Rewriter(IFileStore store, JournalState state, SegmentList segments, CursorSlots slots, Workbench bench)
        {
            _store = store;
            _slots = slots;
            _state = state;
            _segments = segments;
            _bench = bench;
            _scanner = new SegmentScanner(store, state, bench);
        }

        /// <summary>Whether a rewriting is under way.</summary>
        public bool IsBusy { get; private set; }

        /// <summary>Whether the rewriting that ended last has produced a segment.</summary>
        public bool HasResult { get; private set; }

        /// <summary>Whether the rewriting that ended last came to nothing because samples of it were settled meanwhile.</summary>
        public bool IsOvertaken { get; private set; }

        /// <summary>Whether the rewriting that ended last came to nothing because the flash refused.</summary>
        public bool HasFailed { get; private set; }

        /// <summary>A file that the flash refused to write, and then to delete: it must go before anything is rewritten. Or null.</summary>
        public string Leftover { get; private set; }

        /// <summary>The segment written last.</summary>
        public Segment Result { get; private set; }

        /// <summary>How many segments, from the first input on, the result replaces.</summary>
        public int Replaced { get; private set; }

        /// <summary>One after the last sample of the result.</summary>
        public int EndSample => _end;

        /// <summary>Index of the first input.</summary>
        public int First => _first;

        /// <summary>Begins to rewrite a run of segments.</summary>
        /// <param name="first">Index of the first.</param>
        /// <param name="count">How many there are at most.</param>
        /// <param name="level">What becomes of them.</param>
        public void Start(int first, int count, int level)
        {
            _first = first;
            _inputs = count;
            _level = level;
            _at = 0;
            _length = SegmentHeader.BytesMax; // The header is not known before the end; it is put in front then.
            _end = _segments.At(first).FirstSample;
            _settledBefore = SettledInInputs();
            _condenser.Restart(SegmentLevel.WindowSecondsOf(level));
            OpenInput();
            HasResult = false;
            IsOvertaken = false;
            HasFailed = false;
            Leftover = null;
            IsBusy = true;
        }

        /// <summary>Gives up what is under way.</summary>
        public void Abort()
        {
            IsBusy = false;
            _scanner.Close();
        }

        /// <summary>Does a bounded part of the work.</summary>
        public void Step()
        {
            for (int i = 0; i < Limits.RecordsPerStep && IsBusy; i++)
            {
                RecordKind kind = _scanner.Next(_bench.Batch);
                if (_scanner.Failed)
                {
                    HasFailed = true;
                    Abort();
                }
                else if (kind == RecordKind.None)
                {
                    NextInput();
                }
                else if (kind == RecordKind.Clock)
                {
                    CopyClock();
                }
                else
                {
                    TakeBatch();
                }
            }
        }

        private void NextInput()
        {
            if (++_at < _inputs)
            {
                OpenInput();
            }
            else if (FlushBatch())
            {
                _end = _segments.EndOf(_first + _inputs - 1, _state.NextSample);
                Finish();
            }
            else
            {
                Finish();
            }
        }

        private void OpenInput()
        {
            int index = _first + _at;
            _scanner.Open(_segments.At(index), _segments.EndOf(index, int.MaxValue));
        }

        // The clock of a boot must stay behind the batches that it dates.
        private void CopyClock()
        {
            int length = FlushBatch()
                ? _bench.Records.WriteClock(
                    _scanner.Record.ClockBoot,
                    _scanner.Record.ClockOffsetSeconds,
                    _state.Settled,
                    _bench.Segment,
                    _length,
                    Limits.SegmentBytesMax)
                : 0;
            if (length == 0)
            {
                Finish();
            }

            _length += length;
        }

        private void TakeBatch()
        {
            Batch input = _bench.Batch;
            if (_state.Settled.Covers(input.FirstSample, input.EndSample))
            {
                if (!FlushBatch())
                {
                    Finish();
                    return;
                }

                _end = input.EndSample;
                return;
            }

            if (input.WindowSeconds >= SegmentLevel.WindowSecondsOf(_level) && input.IsSummary)
            {
                Abort(); // Not a thing to condense further; cannot be unless segments were moved about.
                return;
            }

            bool isNew = true;
            while (!_condenser.TryTake(input, isNew))
            {
                isNew = false;
                if (!FlushBatch())
                {
                    Finish();
                    return;
                }
            }
        }

        // False if the output is full: then the samples of the open batch are not part of it.
        private bool FlushBatch()
        {
            if (!_condenser.HasRows)
            {
                return true;
            }

            int length = _bench.Records.WriteBatch(_condenser.Output, _state.Settled, _bench.Segment, _length, Limits.SegmentBytesMax);
            if (length == 0)
            {
                return false;
            }

            _length += length;
            _end = _condenser.Output.EndSample;
            _condenser.Clear();
            return true;
        }

        private int SettledInInputs()
        {
            int first = _segments.At(_first).FirstSample;
            return _state.Settled.CountIn(first, _segments.EndOf(_first + _inputs - 1, _state.NextSample));
        }

        private void Finish()
        {
            Abort();
            Replaced = 0;
            // Only what was read to its end: there may be a clock behind the last batch.
            while (Replaced < _at && _segments.EndOf(_first + Replaced, _state.NextSample) <= _end)
            {
                Replaced++;
            }

            if (Replaced < (_level == SegmentLevel.Regrouped ? 1 : 2))
            {
                return;
            }

            // What was acknowledged meanwhile must not be said to be thinned: then all was for nothing.
            IsOvertaken = _level != SegmentLevel.Regrouped && SettledInInputs() != _settledBefore;
            HasResult = !IsOvertaken && (!_state.Ledger.IsAhead || _slots.Write(_state)) && WriteResult();
            HasFailed = !IsOvertaken && !HasResult;
        }

        private bool WriteResult()
        {
            Result = Describe();
            Result.Length = PutHeader(Result);
            if (_store.Write(Result.Name, _bench.Segment, Result.Length) == StoreResult.Done)
            {
                return true;
            }

            Leftover = _store.Delete(Result.Name) == StoreResult.Done ? null : Result.Name;
            return false;
        }

        private Segment Describe()
        {
            Segment first = _segments.At(_first);
            return new Segment
            {
                Name = FreeName(first.Number),
                Number = first.Number,
                LastNumber = _segments.At(_first + Replaced - 1).LastNumber,
                Level = _level,
                FirstSample = first.FirstSample,
                EndSample = _end,
            };
        }

        // A file that somebody has renamed can have the name; the header says the number, whatever the name is.
        private string FreeName(int number)
        {
            string name = SegmentName.Of(number, _level);
            for (int i = 0; i < _segments.Count; i++)
            {
                if (_segments.At(i).Name == name)
                {
                    name = SegmentName.Of(++number, _level);
                    i = -1;
                }
            }

            return name;
        }

        private int PutHeader(Segment segment)
        {
            byte[] output = _bench.Segment;
            SegmentHeader header = _bench.Header;
            int records = _length - SegmentHeader.BytesMax;
            header.NodeHash = _state.NodeHash;
            header.Epoch = _state.Epoch;
            header.Boot = _state.Boot;
            header.Level = segment.Level;
            header.Number = segment.Number;
            header.LastNumber = segment.LastNumber;
            header.FirstSample = segment.FirstSample;
            header.EndSample = _end;
            header.ContentChecksum = Crc32.Compute(output, SegmentHeader.BytesMax, records);
            header.Settled.Restart(0);
            header.Settled.Add(_state.Settled);
            segment.RecordsOffset = header.Write(output);
            System.Array.Copy(output, SegmentHeader.BytesMax, output, segment.RecordsOffset, records);
            return segment.RecordsOffset + records;
        }
    }
}
