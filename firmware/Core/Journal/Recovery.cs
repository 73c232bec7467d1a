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
        private readonly byte[] _file;
        private readonly SegmentHeader _header = new SegmentHeader();
        private readonly SegmentScanner _scanner;
        private readonly RewriteResolver _resolver;
        private readonly Batch _batch = new Batch();
        private readonly ArrayList _damaged = new ArrayList();
        private int _foreignFiles;
        private bool _isRefused;

        /// <summary>A recovery that has not begun.</summary>
        /// <param name="store">The flash.</param>
        /// <param name="state">Takes what is known.</param>
        /// <param name="segments">Takes the segments.</param>
        /// <param name="slots">The cursor slots.</param>
        /// <param name="file">Memory for one segment.</param>
        /// <param name="log">Is told what was found.</param>
        public Recovery(
            IFileStore store, JournalState state, SegmentList segments, CursorSlots slots, byte[] file, IEventLog log)
        {
            _store = store;
            _state = state;
            _segments = segments;
            _slots = slots;
            _file = file;
            _log = log;
            _scanner = new SegmentScanner(store);
            _resolver = new RewriteResolver(store, state, segments, file);
        }

        /// <summary>Names of files to be deleted once the state is in flash.</summary>
        public ArrayList Replaced => _resolver.Replaced;

        /// <summary>Whether the newest segment must not be appended to.</summary>
        public bool IsSealed { get; private set; }

        /// <summary>Recovers.</summary>
        /// <returns>False if the flash refuses to be read.</returns>
        public bool TryRun(uint nodeHash, IEntropy entropy)
        {
            bool hasState = _slots.TryRead(nodeHash, _state);
            string[] names = _store.List();
            if (names == null || _slots.Failed)
            {
                return false;
            }

            int epoch = hasState ? _state.Epoch : EpochOf(names, nodeHash);
            if (_isRefused)
            {
                return false;
            }

            if (!hasState)
            {
                _state.Format(nodeHash, epoch > 0 ? epoch : 1 + entropy.Next(Limits.EpochLimit - 1));
            }

            if (!LoadAll(names) || !Salvage() || !_resolver.TryRun())
            {
                return false;
            }

            Order();
            if (!ReadTail(hasState, out int boot, out int next))
            {
                return false;
            }

            Continue(hasState, epoch > 0, next);
            _state.Boot = boot + 1;
            Report(epoch > 0);
            return true;
        }

        // Without slots the newest segment that is ours tells the epoch.
        private int EpochOf(string[] names, uint nodeHash)
        {
            int epoch = 0;
            int newest = 0;
            foreach (string name in names)
            {
                if (SegmentName.TryParse(name, out int _, out int _) && ReadHeader(name)
                    && _header.NodeHash == nodeHash && _header.Number > newest)
                {
                    newest = _header.Number;
                    epoch = _header.Epoch;
                }
            }

            return epoch;
        }

        private bool ReadHeader(string name)
        {
            StoreResult result = _store.ReadAt(name, 0, _file, out int length);
            _isRefused |= result != StoreResult.Done;
            return result == StoreResult.Done && _header.TryRead(_file, length);
        }

        private bool LoadAll(string[] names)
        {
            foreach (string name in names)
            {
                if (SegmentName.TryParse(name, out int number, out int level) && !Load(name, number, level))
                {
                    return false;
                }
            }

            return true;
        }

        private bool Load(string name, int number, int level)
        {
            if (_store.ReadAt(name, 0, _file, out int length) != StoreResult.Done)
            {
                return false;
            }

            Segment segment = new Segment { Name = name, Number = number, LastNumber = number, Level = level, Length = length };
            if (!_header.TryRead(_file, length) || _header.Number != number || _header.Level != level)
            {
                _damaged.Add(segment);
                return true;
            }

            if (_header.NodeHash != _state.NodeHash || _header.Epoch != _state.Epoch)
            {
                _foreignFiles++;
                _store.Delete(name);
                return true;
            }

            segment.LastNumber = _header.LastNumber;
            segment.FirstSample = _header.FirstSample;
            segment.EndSample = _header.EndSample;
            segment.RecordsOffset = _header.Length;
            segment.ContentChecksum = _header.ContentChecksum;
            _state.Settled.Add(_header.Settled);
            _segments.Add(segment);
            return true;
        }

        // A segment whose header is damaged still has its records, and they say where they belong.
        private bool Salvage()
        {
            foreach (Segment segment in _damaged)
            {
                _scanner.Open(segment, 0);
                RecordKind kind = _scanner.Next(_batch);
                while (kind != RecordKind.None && (kind != RecordKind.Batch || _batch.Epoch != _state.Epoch))
                {
                    kind = _scanner.Next(_batch);
                }

                if (_scanner.Failed)
                {
                    return false;
                }

                if (kind == RecordKind.Batch)
                {
                    segment.FirstSample = _batch.FirstSample;
                    segment.RecordsOffset = _scanner.Position - _scanner.Record.Length;
                    _segments.Add(segment);
                }
                else
                {
                    _foreignFiles++;
                    _store.Delete(segment.Name);
                }
            }

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
        }

        // The newest segment tells what the slots cannot know yet. Without slots all have to be read.
        private bool ReadTail(bool hasState, out int boot, out int next)
        {
            boot = _state.Boot;
            next = 0;
            for (int i = hasState && _segments.Count > 1 ? _segments.Count - 1 : 0; i < _segments.Count; i++)
            {
                next = _segments.At(i).FirstSample > next ? _segments.At(i).FirstSample : next;
                next = _segments.At(i).EndSample > next ? _segments.At(i).EndSample : next;
                Read(_segments.At(i), !hasState, ref boot, ref next);
                if (_scanner.Failed)
                {
                    return false;
                }
            }

            return true;
        }

        private void Read(Segment segment, bool notesThinned, ref int boot, ref int next)
        {
            _scanner.Open(segment, segment.RecordsOffset);
            for (RecordKind kind = _scanner.Next(_batch); kind != RecordKind.None; kind = _scanner.Next(_batch))
            {
                if (kind == RecordKind.Clock)
                {
                    boot = _scanner.Record.ClockBoot > boot ? _scanner.Record.ClockBoot : boot;
                    _state.Settled.Add(_scanner.Record.Settled);
                }
                else if (_batch.Epoch == _state.Epoch)
                {
                    boot = _batch.Boot > boot ? _batch.Boot : boot;
                    next = _batch.EndSample > next ? _batch.EndSample : next;
                    TakeBatch(notesThinned);
                }
            }

            IsSealed = _scanner.SawDamage || segment.Level != SegmentLevel.AsWritten;
        }

        private void TakeBatch(bool notesThinned)
        {
            _state.Settled.Add(_scanner.Record.Settled);
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
            int newest = 0;
            for (int i = 0; i < _segments.Count; i++)
            {
                newest = _segments.At(i).LastNumber > newest ? _segments.At(i).LastNumber : newest;
            }

            bool isBehind = newest < _state.NewestSegment || next < _state.NextSample || next < _state.Settled.End;
            if (hasState ? _slots.IsOneGone || (isBehind && !IsAccounted()) : hasEpoch)
            {
                SkipLostTail(next, hasState ? Limits.LostTailSamples : Limits.LostTailSamples * Limits.SegmentsMax);
            }
            else if (next > _state.NextSample)
            {
                _state.NextSample = next;
            }

            _state.NewestSegment = newest > _state.NewestSegment ? newest : _state.NewestSegment;
        }

        // Whether an earlier boot has left out the numbers of what is missing, and none was given away since.
        private bool IsAccounted()
        {
            int last = _state.NextSample - 1;
            return last >= _state.Settled.End - 1 && _state.Ledger.NextNoted(last, _state.NextSample) == last
                && _state.Ledger.Account(last, _state.NextSample).Unreadable == 1;
        }

        // A hole without damage: those numbers were left out, and the power was cut before the ledger could say so.
        private void NoteNotStored(int next)
        {
            if (_scanner.SawDamage || _scanner.Segment.Level != SegmentLevel.AsWritten)
            {
                return;
            }

            int sample = _state.Settled.NextOpen(next);
            while (sample < _batch.FirstSample)
            {
                int until = _state.Settled.NextSettled(sample, _batch.FirstSample);
                _state.Ledger.Note(sample, until, GapCause.NotStored, 0);
                _state.Settled.Add(sample, until);
                sample = _state.Settled.NextOpen(until);
            }
        }

        // The newest segment is gone, or the slots that would tell: its numbers may have been sent, and must not come again.
        private void SkipLostTail(int next, int count)
        {
            int known = next > _state.NextSample ? next : _state.NextSample;
            known = known > _state.Settled.End ? known : _state.Settled.End;
            _state.NextSample = known + count;
            _log.Record(NodeEvent.SamplesUnreadable, _state.GiveUp(next, _state.NextSample, GapCause.Unreadable));
            IsSealed = true;
        }

        private void Report(bool hasEpoch)
        {
            if (_foreignFiles > 0 || _slots.FoundForeign)
            {
                _log.Record(NodeEvent.JournalForeign, _foreignFiles);
            }

            if (!hasEpoch)
            {
                _log.Record(NodeEvent.JournalFormatted, _state.Epoch);
            }
        }
    }
}
