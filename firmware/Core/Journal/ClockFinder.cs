using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>Finds the clock record that counts for an undated batch: the first one of its boot that stands behind it.</summary>
    public sealed class ClockFinder
    {
        private readonly SegmentList _segments;
        private readonly SegmentScanner _scanner;
        private readonly Workbench _bench;
        private int _boot;
        private int _from;
        private int _until;
        private bool _isKnown;

        /// <summary>A finder over a journal.</summary>
        public ClockFinder(IFileStore store, JournalState state, SegmentList segments, Workbench bench)
        {
            _bench = bench;
            _segments = segments;
            _scanner = new SegmentScanner(store, state, bench);
        }

        /// <summary>Whether the batch asked for last has a date.</summary>
        public bool IsSet => OffsetSeconds != 0;

        /// <summary>Unix second of uptime 0 for the batch asked for last; 0 if it has no date, and never will.</summary>
        public long OffsetSeconds { get; private set; }

        /// <summary>Looks a bounded way further for the clock of a batch.</summary>
        /// <param name="boot">The boot of the batch.</param>
        /// <param name="sample">Its first sample.</param>
        /// <returns>True when it is known whether there is one; else ask again.</returns>
        public bool TryFind(int boot, int sample)
        {
            // A search that began before the sample is not given up for it: what it finds may be its clock, too.
            bool isSame = boot == _boot && sample >= _from && (!_isKnown || sample < _until);
            if (!isSame || (!_isKnown && _scanner.Segment == null))
            {
                Begin(boot, sample);
            }

            for (int i = 0; i < Limits.RecordsPerStep && !_isKnown; i++)
            {
                Look();
                if (_scanner.Failed)
                {
                    return false;
                }
            }

            return _isKnown && sample < _until; // Else it was the clock of earlier ones: the next call looks for this one's.
        }

        /// <summary>Starts over if the search stands in a segment that is about to change or to go.</summary>
        public void Forget(Segment segment)
        {
            if (_scanner.Segment == segment)
            {
                _scanner.Close();
            }
        }

        private void Begin(int boot, int sample)
        {
            _boot = boot;
            _from = sample;
            _until = sample;
            _isKnown = false;
            OffsetSeconds = 0;
            int index = _segments.IndexOfSample(sample);
            Open(index < 0 ? 0 : index);
        }

        private void Look()
        {
            Batch batch = _bench.Batch;
            RecordKind kind = _scanner.Next(batch);
            if (kind == RecordKind.Clock && _scanner.Record.ClockBoot == _boot && _until > _from)
            {
                OffsetSeconds = _scanner.Record.ClockOffsetSeconds;
                Know();
            }
            else if (kind == RecordKind.Batch && batch.Boot > _boot)
            {
                KnowThereIsNone(); // Later boots write behind all of this one.
            }
            else if (kind == RecordKind.Batch && batch.EndSample > _from)
            {
                _until = batch.EndSample;
            }
            else if (kind == RecordKind.None && !_scanner.Failed)
            {
                NextSegment();
            }
        }

        private void NextSegment()
        {
            int next = _segments.IndexOf(_scanner.Segment) + 1;
            if (next < _segments.Count)
            {
                Open(next);
            }
            else
            {
                KnowThereIsNone();
            }
        }

        private void Open(int index)
        {
            _scanner.Open(_segments.At(index), _segments.EndOf(index, int.MaxValue));
            _scanner.FromSample = int.MaxValue; // Where the batches are is enough.
        }

        private void KnowThereIsNone()
        {
            _until = int.MaxValue;
            Know();
        }

        private void Know()
        {
            _isKnown = true;
            _scanner.Close();
        }
    }
}
