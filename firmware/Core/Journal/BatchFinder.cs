using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>Finds the batches that still wait, by sample number, and notes samples that should be there and are not.</summary>
    /// <remarks>
    /// Two scanners remember where they are: one follows the backlog, one the fresh data, and neither starts over for the other.
    /// </remarks>
    public sealed class BatchFinder
    {
        private const int Heads = 2;

        private readonly JournalState _state;
        private readonly SegmentList _segments;
        private readonly IEventLog _log;
        private readonly SegmentScanner[] _scanners = new SegmentScanner[Heads];
        private readonly int[] _passed = new int[Heads];
        private readonly SegmentScanner _kept;
        private int _keptPassed;
        private int _latest;

        /// <summary>A finder over a journal.</summary>
        public BatchFinder(IFileStore store, JournalState state, SegmentList segments, Workbench bench, IEventLog log)
        {
            _state = state;
            _segments = segments;
            _log = log;
            _kept = new SegmentScanner(store, state, bench);
            for (int i = 0; i < Heads; i++)
            {
                _scanners[i] = new SegmentScanner(store, state, bench);
            }
        }

        /// <summary>Whether the last search has looked at everything from where it began.</summary>
        public bool ReachedEnd { get; private set; }

        /// <summary>Reads the first waiting batch that holds a sample from <paramref name="sample"/> on.</summary>
        /// <returns>False if there is none, or if looking further has to wait for the next call.</returns>
        public bool TryRead(int sample, Batch batch)
        {
            int allowed = Limits.RecordsPerStep;
            sample = _state.Settled.NextOpen(sample);
            while (sample < _state.NextSample && allowed-- > 0)
            {
                int index = _segments.IndexOfSample(sample);
                int end = _segments.EndOf(index, _state.NextSample);
                if (index < 0)
                {
                    sample = Lose(sample, end);
                    continue;
                }

                SegmentScanner scanner = ScannerFor(index, sample);
                scanner.FromSample = sample;
                RecordKind kind = scanner.Next(batch);
                if (scanner.Failed)
                {
                    break; // Nothing is known to be lost because the flash refuses to be read just now.
                }

                if (kind == RecordKind.None)
                {
                    sample = Lose(sample, end);
                }
                else if (kind == RecordKind.Batch && Reaches(batch, ref sample))
                {
                    ReachedEnd = false;
                    return true;
                }
            }

            ReachedEnd = sample >= _state.NextSample;
            return false;
        }

        /// <summary>Reads the first batch that holds a sample from <paramref name="sample"/> on, settled or not.</summary>
        /// <returns>False if there is none, or if looking further has to wait for the next call.</returns>
        public bool TryReadKept(int sample, Batch batch)
        {
            int allowed = Limits.RecordsPerStep;
            bool isRefused = false;
            while (!isRefused && sample < _state.NextSample && _segments.Count > 0 && allowed-- > 0)
            {
                int index = _segments.IndexOfSample(sample);
                if (index < 0)
                {
                    sample = _segments.At(0).FirstSample;
                    continue;
                }

                if (_kept.Segment != _segments.At(index) || _keptPassed > sample)
                {
                    Open(_kept, index);
                    _keptPassed = 0;
                }

                _kept.FromSample = sample;
                RecordKind kind = _kept.Next(batch);
                isRefused = _kept.Failed;
                if (kind == RecordKind.Batch)
                {
                    _keptPassed = batch.EndSample;
                    if (batch.EndSample > sample)
                    {
                        ReachedEnd = false;
                        return true;
                    }
                }
                else if (kind == RecordKind.None && !isRefused)
                {
                    sample = _segments.EndOf(index, _state.NextSample);
                }
            }

            ReachedEnd = sample >= _state.NextSample || _segments.Count == 0;
            return false;
        }

        /// <summary>Whether the flash refused to be read by <see cref="TryReadFirst"/>.</summary>
        public bool IsRefused { get; private set; }

        /// <summary>Reads the first batch of a segment.</summary>
        public bool TryReadFirst(int index, Batch batch)
        {
            SegmentScanner scanner = _scanners[1 - _latest];
            Open(scanner, index);
            RecordKind kind = scanner.Next(batch);
            while (kind == RecordKind.Clock)
            {
                kind = scanner.Next(batch);
            }

            IsRefused = scanner.Failed;
            scanner.Close();
            return kind == RecordKind.Batch;
        }

        /// <summary>Lets go of a segment that is about to change or to go.</summary>
        public void Forget(Segment segment)
        {
            for (int i = 0; i < Heads; i++)
            {
                if (_scanners[i].Segment == segment)
                {
                    _scanners[i].Close();
                }
            }

            if (_kept.Segment == segment)
            {
                _kept.Close();
            }
        }

        /// <summary>Notes that those samples of a range that wait cannot be read.</summary>
        /// <returns>The first sample after the range that is not settled.</returns>
        public int Lose(int first, int end)
        {
            int lost = _state.GiveUp(first, end, GapCause.Unreadable);
            if (lost > 0)
            {
                _log.Record(NodeEvent.SamplesUnreadable, lost);
            }

            return _state.Settled.NextOpen(end);
        }

        // Whether a batch holds the sample, or one after it; what lies before it and is not there is lost.
        private bool Reaches(Batch batch, ref int sample)
        {
            _passed[_latest] = batch.EndSample;
            if (batch.EndSample <= sample)
            {
                return false;
            }

            sample = batch.FirstSample > sample ? Lose(sample, batch.FirstSample) : sample;
            return sample < batch.EndSample;
        }

        // The scanner that has not passed the sample yet and is nearest to it, else the one that was not used last.
        private SegmentScanner ScannerFor(int index, int sample)
        {
            Segment segment = _segments.At(index);
            int best = -1;
            for (int i = 0; i < Heads; i++)
            {
                bool fits = _scanners[i].Segment == segment && _passed[i] <= sample;
                if (fits && (best < 0 || _passed[i] > _passed[best]))
                {
                    best = i;
                }
            }

            if (best < 0)
            {
                best = 1 - _latest;
                Open(_scanners[best], index);
                _passed[best] = segment.FirstSample < sample ? segment.FirstSample : sample;
            }

            _latest = best;
            return _scanners[best];
        }

        private void Open(SegmentScanner scanner, int index)
        {
            scanner.Open(_segments.At(index), _segments.EndOf(index, int.MaxValue));
        }
    }
}
