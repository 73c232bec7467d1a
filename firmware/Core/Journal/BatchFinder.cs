using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>Finds the batches that still wait, by sample number, and notes samples that should be there and are not.</summary>
    /// <remarks>
    /// Two scanners remember where they are: one follows the backlog, one the fresh data, and neither starts over for the other.
    /// </remarks>
    internal sealed class BatchFinder
    {
        private const int Heads = 2;

        private readonly JournalState _state;
        private readonly SegmentList _segments;
        private readonly IEventLog _log;
        private readonly SegmentScanner[] _scanners = new SegmentScanner[Heads];
        private readonly int[] _passed = new int[Heads];
        private int _latest;

        /// <summary>A finder over a journal.</summary>
        public BatchFinder(IFileStore store, JournalState state, SegmentList segments, IEventLog log)
        {
            _state = state;
            _segments = segments;
            _log = log;
            for (int i = 0; i < Heads; i++)
            {
                _scanners[i] = new SegmentScanner(store);
            }
        }

        /// <summary>Reads the first waiting batch that holds a sample from <paramref name="sample"/> on.</summary>
        /// <returns>False if there is none, or if looking further has to wait for the next call.</returns>
        public bool TryRead(int sample, Batch batch)
        {
            int allowed = Limits.RecordsPerStep;
            sample = _state.Settled.NextOpen(sample);
            while (sample < _state.NextSample && allowed > 0)
            {
                int index = _segments.IndexOfSample(sample);
                int end = _segments.EndOf(index, _state.NextSample);
                if (index < 0)
                {
                    sample = Lose(sample, end);
                    continue;
                }

                int head = HeadFor(_segments.At(index), sample);
                RecordKind kind = _scanners[head].Next(batch);
                allowed--;
                if (_scanners[head].Failed)
                {
                    return false; // The flash refuses to be read just now: nothing is known to be lost.
                }

                if (kind == RecordKind.None)
                {
                    sample = Lose(sample, end);
                }
                else if (kind == RecordKind.Batch && batch.Epoch == _state.Epoch)
                {
                    _passed[head] = batch.EndSample;
                    if (batch.EndSample <= sample)
                    {
                        continue;
                    }

                    sample = batch.FirstSample > sample ? Lose(sample, batch.FirstSample) : sample;
                    if (sample < batch.EndSample)
                    {
                        int begins = _segments.At(index).FirstSample;
                        Trim(batch, begins > _state.Settled.UpTo ? begins : _state.Settled.UpTo);
                        return true;
                    }
                }
            }

            return false;
        }

        /// <summary>Reads the first batch of a segment.</summary>
        public bool TryReadFirst(Segment segment, Batch batch)
        {
            int head = 1 - _latest;
            _scanners[head].Open(segment, segment.RecordsOffset);
            RecordKind kind = _scanners[head].Next(batch);
            while (kind == RecordKind.Clock)
            {
                kind = _scanners[head].Next(batch);
            }

            _scanners[head].Close();
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
        }

        /// <summary>Notes that those samples of a range that wait cannot be read.</summary>
        /// <returns>The first sample after the range that is not settled.</returns>
        public int Lose(int first, int end)
        {
            int lost = 0;
            for (int sample = _state.Settled.NextOpen(first); sample < end; sample = _state.Settled.NextOpen(sample))
            {
                int until = _state.Settled.NextSettled(sample, end);
                lost += NoteUnreadable(sample, until);
                if (!_state.Settled.Add(sample, until))
                {
                    sample = until; // No room to note it as settled: it is found again, and noted as the same.
                }
            }

            if (lost > 0)
            {
                _log.Record(NodeEvent.SamplesUnreadable, lost);
            }

            return _state.Settled.NextOpen(end);
        }

        // What the ledger has a cause for is not unreadable: it is gone, and there was no room to note it as settled.
        private int NoteUnreadable(int first, int end)
        {
            int lost = 0;
            first = _state.Ledger.NextFree(first, end, false);
            while (first < end)
            {
                int until = _state.Ledger.NextNoted(first, end, false);
                _state.Ledger.Note(first, until, GapCause.Unreadable, 0);
                lost += until - first;
                first = _state.Ledger.NextFree(until, end, false);
            }

            return lost;
        }

        // Its first rows can be in a segment before, which was made of them, or be settled: then they do not wait.
        private void Trim(Batch batch, int first)
        {
            int rows = 0;
            while (rows < batch.RowCount - 1 && batch.FirstSample + SamplesOf(batch, rows) <= first)
            {
                batch.FirstSample += SamplesOf(batch, rows);
                rows++;
            }

            batch.RowCount -= rows;
            for (int row = 0; rows > 0 && row < batch.RowCount; row++)
            {
                batch.TimesSeconds[row] = batch.TimesSeconds[row + rows];
                batch.RowSamples[row] = batch.RowSamples[row + rows];
                for (int column = 0; column < batch.ColumnCount; column++)
                {
                    batch.Values[batch.CellAt(row, column)] = batch.Values[batch.CellAt(row + rows, column)];
                    batch.Reasons[batch.CellAt(row, column)] = batch.Reasons[batch.CellAt(row + rows, column)];
                }
            }
        }

        private static int SamplesOf(Batch batch, int row)
        {
            return batch.IsSummary ? batch.RowSamples[row] : 1;
        }

        // The scanner that has not passed the sample yet and is nearest to it, else the one that was not used last.
        private int HeadFor(Segment segment, int sample)
        {
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
                _scanners[best].Open(segment, segment.RecordsOffset);
                _passed[best] = segment.FirstSample < sample ? segment.FirstSample : sample;
            }

            _latest = best;
            return best;
        }
    }
}
