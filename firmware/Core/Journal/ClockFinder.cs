using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>Finds the clock record of an earlier boot: it stands behind the boot's undated batches, if it ever was set.</summary>
    public sealed class ClockFinder
    {
        private readonly JournalState _state;
        private readonly SegmentList _segments;
        private readonly SegmentScanner _scanner;
        private readonly Batch _batch = new Batch();
        private int _boot;
        private bool _isKnown;

        /// <summary>A finder over a journal.</summary>
        public ClockFinder(IFileStore store, JournalState state, SegmentList segments)
        {
            _state = state;
            _segments = segments;
            _scanner = new SegmentScanner(store);
        }

        /// <summary>Whether the boot asked for last has a clock record.</summary>
        public bool IsSet { get; private set; }

        /// <summary>Unix second of uptime 0 of the boot asked for last; only if <see cref="IsSet"/>.</summary>
        public long OffsetSeconds { get; private set; }

        /// <summary>Looks a bounded way further for the clock of a boot before this one.</summary>
        /// <param name="boot">The boot.</param>
        /// <param name="sample">A sample of it, in a batch without a date.</param>
        /// <returns>True when it is known whether there is one; else ask again.</returns>
        public bool TryFind(int boot, int sample)
        {
            if (boot == _boot && _isKnown)
            {
                return true;
            }

            if (boot != _boot || _scanner.Segment == null)
            {
                Begin(boot, sample);
            }

            for (int i = 0; i < Limits.RecordsPerStep && !_isKnown; i++)
            {
                Look();
            }

            return _isKnown;
        }

        /// <summary>Starts over if the search stands in a segment that is about to go.</summary>
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
            IsSet = false;
            _isKnown = false;
            int index = _segments.IndexOfSample(sample);
            Segment segment = _segments.At(index < 0 ? 0 : index);
            _scanner.Open(segment, segment.RecordsOffset);
        }

        private void Look()
        {
            RecordKind kind = _scanner.Next(_batch);
            if (kind == RecordKind.Clock && _scanner.Record.ClockBoot == _boot)
            {
                IsSet = true;
                OffsetSeconds = _scanner.Record.ClockOffsetSeconds;
                _isKnown = true;
            }
            else if (kind == RecordKind.Batch && _batch.Epoch == _state.Epoch && _batch.Boot > _boot)
            {
                _isKnown = true; // Later boots write behind all of this one.
            }
            else if (kind == RecordKind.None && !_scanner.Failed)
            {
                NextSegment();
            }

            if (_isKnown)
            {
                _scanner.Close();
            }
        }

        private void NextSegment()
        {
            int next = _segments.IndexOf(_scanner.Segment) + 1;
            if (next < _segments.Count)
            {
                _scanner.Open(_segments.At(next), _segments.At(next).RecordsOffset);
                return;
            }

            _isKnown = true;
        }
    }
}
