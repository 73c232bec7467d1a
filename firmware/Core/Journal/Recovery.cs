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
    internal sealed class Recovery
    {
        private readonly IFileStore _store;
        private readonly JournalState _state;
        private readonly SegmentList _segments;
        private readonly CursorSlots _slots;
        private readonly IEventLog _log;
        private readonly byte[] _file;
        private readonly SegmentHeader _header = new SegmentHeader();
        private readonly SegmentScanner _scanner;
        private readonly Batch _batch = new Batch();
        private readonly ArrayList _damaged = new ArrayList();
        private int _foreignFiles;
        private bool _hasRecords;
        private bool _refused;

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
        }

        /// <summary>Whether the newest segment must not be appended to.</summary>
        public bool IsSealed { get; private set; }

        /// <summary>Files whose content is in another one now: they are to go once the ledger says so.</summary>
        public ArrayList Replaced { get; } = new ArrayList();

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
            if (!hasState)
            {
                _state.Format(nodeHash, epoch > 0 ? epoch : 1 + entropy.Next(Limits.EpochLimit - 1));
            }

            if (!LoadAll(names))
            {
                return false;
            }

            Salvage();
            RewriteResolver rewrites = new RewriteResolver(_store, _state, _segments, _file, Replaced);
            rewrites.Run();
            _refused |= rewrites.Refused;
            Order();
            return !_refused && Continue(hasState, epoch > 0);
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
            return _store.ReadAt(name, 0, _file, out int length) == StoreResult.Done && _header.TryRead(_file, length);
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
                Delete(name);
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
        private void Salvage()
        {
            foreach (Segment segment in _damaged)
            {
                _scanner.Open(segment, 0);
                RecordKind kind = _scanner.Next(_batch);
                while (kind != RecordKind.None && (kind != RecordKind.Batch || _batch.Epoch != _state.Epoch))
                {
                    kind = _scanner.Next(_batch);
                }

                if (kind == RecordKind.Batch)
                {
                    segment.IsSalvaged = true;
                    segment.FirstSample = _batch.FirstSample;
                    segment.RecordsOffset = _scanner.Position - _scanner.Record.Length;
                    _segments.Add(segment);
                }
                else if (!_scanner.Failed)
                {
                    _foreignFiles++;
                    Delete(segment.Name);
                }
            }

            _scanner.Close();
            _damaged.Clear();
        }

        // What should be gone and is not would be believed at some later boot.
        private void Delete(string name)
        {
            _refused |= _store.Delete(name) != StoreResult.Done;
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

        private bool Continue(bool hasState, bool hasEpoch)
        {
            int boot = _state.Boot;
            int next = 0;
            Segment last = _segments.Newest;
            while (last != null)
            {
                next = ReadNewest(last, ref boot);
                if (_scanner.Failed)
                {
                    return false;
                }

                if (_hasRecords || last.Level != SegmentLevel.AsWritten)
                {
                    break;
                }

                // Torn when it was begun. The one before may hold more than the header of this one knew of.
                Delete(last.Name);
                _segments.Remove(last);
                last = _segments.Newest;
            }

            if (_refused)
            {
                return false;
            }

            int newest = NewestNumber();

            bool tailIsLost = hasState
                ? newest < _state.NewestSegment || next < _state.NextSample
                : hasEpoch;
            if (tailIsLost)
            {
                SkipLostTail(next);
            }
            else
            {
                _state.NextSample = next;
            }

            _state.NewestSegment = newest > _state.NewestSegment ? newest : _state.NewestSegment;
            _state.Boot = boot + 1;
            Report(hasEpoch);
            return true;
        }

        private int NewestNumber()
        {
            int newest = 0;
            for (int i = 0; i < _segments.Count; i++)
            {
                newest = _segments.At(i).LastNumber > newest ? _segments.At(i).LastNumber : newest;
            }

            return newest;
        }

        private int ReadNewest(Segment last, ref int boot)
        {
            int next = last.EndSample > last.FirstSample ? last.EndSample : last.FirstSample;
            _scanner.Open(last, last.RecordsOffset);
            RecordKind kind = _scanner.Next(_batch);
            _hasRecords = kind != RecordKind.None;
            while (kind != RecordKind.None)
            {
                _state.Settled.Add(_scanner.Record.Settled);
                if (kind == RecordKind.Batch && _batch.Epoch == _state.Epoch)
                {
                    NoteNotStored(next);
                    next = _batch.EndSample > next ? _batch.EndSample : next;
                    boot = _batch.Boot > boot ? _batch.Boot : boot;
                    long seconds = _batch.TimesSeconds[_batch.RowCount - 1];
                    if (_batch.TimesAreUnix && seconds > _state.KnownUnixSeconds)
                    {
                        _state.KnownUnixSeconds = seconds;
                    }
                }

                kind = _scanner.Next(_batch);
            }

            IsSealed = _scanner.SawDamage || last.Level != SegmentLevel.AsWritten;
            return next;
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
        private void SkipLostTail(int next)
        {
            int known = next > _state.NextSample ? next : _state.NextSample;
            _state.NextSample = known + Limits.LostTailSamples;
            _state.Ledger.Note(next, _state.NextSample, GapCause.Unreadable, 0);
            _state.Settled.Add(next, _state.NextSample);
            _log.Record(NodeEvent.SamplesUnreadable, _state.NextSample - next);
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
