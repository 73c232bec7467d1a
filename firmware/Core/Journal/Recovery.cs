using System.Collections;
using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>Makes a journal of whatever files there are. What cannot be read is counted, and nothing else is lost.</summary>
    /// <remarks>
    /// Only the newest segment is read to its end; the headers tell where the others begin. A refusal of the flash is no
    /// evidence of anything: then nothing is deleted, and the journal is not used in this boot.
    /// </remarks>
    public sealed class Recovery
    {
        private readonly IFileStore _store;
        private readonly JournalState _state;
        private readonly SegmentList _segments;
        private readonly CursorSlots _slots;
        private readonly IEventLog _log;
        private readonly SegmentScanner _scanner;
        private readonly RewriteResolver _resolver;
        private readonly SegmentLoader _loader;
        private readonly Batch _batch;
        private int _boot;

        /// <summary>A recovery that has not begun.</summary>
        /// <param name="store">The flash.</param>
        /// <param name="state">Takes what is known.</param>
        /// <param name="segments">Takes the segments.</param>
        /// <param name="slots">The cursor slots.</param>
        /// <param name="bench">The journal's memory.</param>
        /// <param name="log">Is told what was found.</param>
        public Recovery(
            IFileStore store, JournalState state, SegmentList segments, CursorSlots slots, Workbench bench, IEventLog log)
        {
            _store = store;
            _state = state;
            _segments = segments;
            _slots = slots;
            _log = log;
            _batch = bench.Batch;
            _scanner = new SegmentScanner(store, state, bench);
            _resolver = new RewriteResolver(store, state, segments, bench);
            _loader = new SegmentLoader(store, state, segments, _scanner, bench, _resolver.Doomed);
        }

        /// <summary>Names of files to be deleted once the state is in flash.</summary>
        public ArrayList Doomed => _resolver.Doomed;

        /// <summary>Whether the newest segment must not be appended to.</summary>
        public bool IsSealed { get; private set; }

        /// <summary>Recovers.</summary>
        /// <param name="nodeHash">The node.</param>
        /// <param name="entropy">Draws the epoch of a new journal.</param>
        /// <param name="isLastTry">Whether a flash that cannot say what it holds, and has no slots, is taken for a new one.</param>
        /// <returns>False if the flash refuses to be read.</returns>
        public bool TryRun(uint nodeHash, IEntropy entropy, bool isLastTry)
        {
            // Listed before anything is looked for that may be missing: the ESP32's littlefs driver takes an errno of then for
            // its own at the end of the list (nf-interpreter, targets/ESP32/_littlefs, FindNext).
            string[] names = _store.List();
            bool hasState = _slots.TryRead(nodeHash, _state);
            if (_slots.Failed || (names == null && !hasState && !isLastTry))
            {
                return false;
            }

            _segments.Clear();
            if (!_loader.TryFind(names, nodeHash, hasState))
            {
                return false;
            }

            int epoch = _loader.Epoch;
            hasState &= epoch == 0 || epoch == _state.Epoch;
            if (!hasState)
            {
                _state.Format(nodeHash, epoch > 0 ? epoch : 1 + entropy.Next(Limits.EpochLimit - 1));
            }

            if (!_loader.TryLoad() || !_resolver.TryRun())
            {
                return false;
            }

            _boot = _loader.Boot;
            Order();
            if (!ReadTail(hasState, out int next))
            {
                return false;
            }

            bool hasEpoch = hasState || epoch > 0;
            Continue(hasState, hasEpoch, next);
            _state.Boot = (_boot > _state.Boot ? _boot : _state.Boot) + 1;
            Report(hasEpoch);
            return true;
        }

        // A segment begins where the one before it ends, also if it was rewritten in part.
        private void Order()
        {
            int least = 0;
            for (int i = 0; i < _segments.Count; i++)
            {
                Segment segment = _segments.At(i);
                segment.FirstSample = segment.FirstSample < least ? least : segment.FirstSample;
                least = segment.EndSample > segment.FirstSample ? segment.EndSample : segment.FirstSample;
            }

            for (int i = 0; i < _segments.Count; i++)
            {
                // The ledger may know of a summary that is damaged, while what it was made of was not deleted yet.
                if (SegmentLevel.WindowSecondsOf(_segments.At(i).Level) == 0)
                {
                    _state.Ledger.ForgetThinned(_segments.At(i).FirstSample, _segments.EndOf(i, int.MaxValue));
                }
            }
        }

        // The newest segment tells what the slots cannot know yet. Without slots all have to be read.
        private bool ReadTail(bool hasState, out int next)
        {
            next = 0;
            DropTornTail();
            for (int i = hasState && _segments.Count > 1 ? _segments.Count - 1 : 0; i < _segments.Count; i++)
            {
                next = _segments.At(i).FirstSample > next ? _segments.At(i).FirstSample : next;
                next = _segments.At(i).EndSample > next ? _segments.At(i).EndSample : next;
                Read(i, !hasState, ref next);
                if (_scanner.Failed)
                {
                    return false;
                }
            }

            return true;
        }

        // Torn when it was begun: what it was begun for may stand in the one before, which was refused and done nevertheless.
        private void DropTornTail()
        {
            Segment newest = _segments.Newest;
            while (newest != null && newest.Level == SegmentLevel.AsWritten)
            {
                _scanner.Open(newest, int.MaxValue);
                if (_scanner.Next(_batch) != RecordKind.None || _scanner.Failed)
                {
                    return;
                }

                Doomed.Add(newest.Name);
                _segments.Remove(newest);
                newest = _segments.Newest;
            }
        }

        private void Read(int index, bool notesThinned, ref int next)
        {
            Segment segment = _segments.At(index);
            _scanner.Open(segment, _segments.EndOf(index, int.MaxValue));
            for (RecordKind kind = _scanner.Next(_batch); kind != RecordKind.None; kind = _scanner.Next(_batch))
            {
                int boot = kind == RecordKind.Clock ? _scanner.Record.ClockBoot : _batch.Boot;
                _boot = boot > _boot ? boot : _boot;
                bool isWhole = segment.Level == SegmentLevel.AsWritten && !_scanner.SawDamage;
                if (kind == RecordKind.Batch && isWhole && _batch.FirstSample > next)
                {
                    _state.GiveUp(next, _batch.FirstSample, GapCause.NotStored); // Left out, and a cut came before the ledger.
                }

                _state.Settled.Add(_scanner.Record.Settled);
                if (kind == RecordKind.Batch)
                {
                    next = _batch.EndSample > next ? _batch.EndSample : next;
                    TakeBatch(notesThinned);
                }
            }

            IsSealed = _scanner.SawDamage || segment.Level != SegmentLevel.AsWritten;
        }

        private void TakeBatch(bool notesThinned)
        {
            long seconds = _batch.TimesSeconds[_batch.RowCount - 1];
            if (_batch.TimesAreUnix && seconds > _state.KnownUnixSeconds)
            {
                _state.KnownUnixSeconds = seconds;
            }

            if (notesThinned && _batch.IsSummary)
            {
                _state.Ledger.Note(_batch.FirstSample, _batch.EndSample, GapCause.Thinned, _batch.RowCount);
            }
        }

        private void Continue(bool hasState, bool hasEpoch, int next)
        {
            int newest = _loader.HighestName; // Also of a file that was renamed: the next one must not get its name.
            for (int i = 0; i < _segments.Count; i++)
            {
                newest = _segments.At(i).LastNumber > newest ? _segments.At(i).LastNumber : newest;
            }

            next = next > _state.FloorSample ? next : _state.FloorSample;
            bool isBehind = newest < _state.NewestSegment || next < _state.NextSample || next < _state.Settled.End;
            if (!hasState && hasEpoch)
            {
                _state.Ledger.Note(0, _state.Settled.UpTo, GapCause.Unknown, 0);
                SkipLostTail(next, Limits.LostTailSamples * Limits.SegmentsMax);
            }
            else if (isBehind || _slots.IsOneGone)
            {
                SkipLostTail(next, Limits.LostTailSamples);
            }
            else
            {
                _state.NextSample = next;
            }

            _state.NewestSegment = newest; // What was above is accounted for; once is enough.
            _state.OldestSegment = _segments.Count > 0 ? _segments.At(0).Number : newest;
        }

        // The newest segment is gone, or the slots that would tell: its numbers may have been sent, and must not come again.
        private void SkipLostTail(int next, int count)
        {
            int known = next > _state.NextSample ? next : _state.NextSample;
            known = known > _state.Settled.End ? known : _state.Settled.End;
            _state.NextSample = known + count;
            _state.FloorSample = _state.NextSample;
            int lost = _state.GiveUp(next, known, GapCause.Unreadable);
            _state.GiveUp(known, _state.NextSample, GapCause.LeftOut);
            _log.Record(NodeEvent.NumbersLeftOut, count);
            IsSealed = true;
            if (lost > 0)
            {
                _log.Record(NodeEvent.SamplesUnreadable, lost);
            }
        }

        private void Report(bool hasEpoch)
        {
            if (_loader.ForeignFiles > 0 || _slots.FoundForeign)
            {
                _log.Record(NodeEvent.JournalForeign, _loader.ForeignFiles);
            }

            if (!hasEpoch)
            {
                _log.Record(NodeEvent.JournalFormatted, _state.Epoch);
            }
        }
    }
}
