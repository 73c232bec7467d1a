using System.Collections;
using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>Finds a journal's segments among the files of a flash, by what their headers say, or else their records.</summary>
    public sealed class SegmentLoader
    {
        private readonly IFileStore _store;
        private readonly JournalState _state;
        private readonly SegmentList _segments;
        private readonly SegmentScanner _scanner;
        private readonly byte[] _file;
        private readonly ArrayList _doomed;
        private readonly ArrayList _damaged = new ArrayList();
        private readonly SegmentHeader _header;
        private readonly Batch _batch;
        private string[] _names;
        private bool _isRefused;

        /// <summary>A loader that has found nothing yet.</summary>
        /// <param name="store">The flash.</param>
        /// <param name="state">What is known.</param>
        /// <param name="segments">Takes the segments.</param>
        /// <param name="scanner">Reads the records of those whose header is damaged.</param>
        /// <param name="bench">The journal's memory.</param>
        /// <param name="doomed">Takes the names of files that are none.</param>
        public SegmentLoader(
            IFileStore store, JournalState state, SegmentList segments, SegmentScanner scanner, Workbench bench, ArrayList doomed)
        {
            _store = store;
            _state = state;
            _segments = segments;
            _scanner = scanner;
            _file = bench.Segment;
            _header = bench.Header;
            _batch = bench.Batch;
            _doomed = doomed;
        }

        /// <summary>The epoch of the segments, or 0 if there are none.</summary>
        public int Epoch { get; private set; }

        /// <summary>The latest boot that a header tells of.</summary>
        public int Boot { get; private set; }

        /// <summary>The highest number that a renamed file has by its name.</summary>
        public int HighestName { get; private set; }

        /// <summary>Files that are another journal's, or nobody's.</summary>
        public int ForeignFiles { get; private set; }

        /// <summary>Looks for the files.</summary>
        /// <param name="names">All files, or null if the flash cannot say.</param>
        /// <param name="nodeHash">The node.</param>
        /// <param name="hasState">Whether the slots told the state.</param>
        /// <returns>False if the flash refuses to be read.</returns>
        public bool TryFind(string[] names, uint nodeHash, bool hasState)
        {
            _names = names ?? (hasState ? Probe() : new string[0]);
            Epoch = EpochOf(nodeHash, hasState ? _state.Epoch : 0);
            return !_isRefused;
        }

        /// <summary>Loads the segments of the state's epoch.</summary>
        /// <returns>False if the flash refuses to be read.</returns>
        public bool TryLoad()
        {
            return LoadAll() && Salvage();
        }

        // A flash that cannot say what it holds can still be asked for each name. Without slots, too, it is taken for a new one.
        private string[] Probe()
        {
            ArrayList names = new ArrayList();
            for (int number = _state.OldestSegment; number <= _state.NewestSegment + 1; number++)
            {
                for (int level = 0; level <= SegmentLevel.Max; level++)
                {
                    StoreResult result = _store.ReadAt(SegmentName.Of(number, level), 0, _file, out int _);
                    _isRefused |= result == StoreResult.Failed;
                    if (result == StoreResult.Done)
                    {
                        names.Add(SegmentName.Of(number, level));
                    }
                }
            }

            return (string[])names.ToArray(typeof(string));
        }

        // The slots' epoch, if any segment is of it. Else that of the newest segment that is ours: the samples are there, and the
        // slots are lost, or of another journal.
        private int EpochOf(uint nodeHash, int epochOfSlots)
        {
            int epoch = 0;
            int newest = 0;
            foreach (string name in _names)
            {
                if (!SegmentName.TryParse(name, out int _, out int _) || !ReadHeader(name) || _header.NodeHash != nodeHash)
                {
                    continue;
                }

                if (_header.Epoch == epochOfSlots)
                {
                    return epochOfSlots;
                }

                epoch = _header.Number > newest ? _header.Epoch : epoch;
                newest = _header.Number > newest ? _header.Number : newest;
            }

            return epoch;
        }

        private bool ReadHeader(string name)
        {
            StoreResult result = _store.ReadAt(name, 0, _file, out int length);
            _isRefused |= result != StoreResult.Done;
            return result == StoreResult.Done && _header.TryRead(_file, length);
        }

        private bool LoadAll()
        {
            foreach (string name in _names)
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
            if (!_header.TryRead(_file, length))
            {
                _damaged.Add(segment);
                return true;
            }

            // A file that was renamed is what its header says, which has a checksum. A copy of another file is salvaged.
            bool isRenamed = _header.Number != number || _header.Level != level;
            if (isRenamed && IsCopy(name))
            {
                _damaged.Add(segment);
                return !_isRefused;
            }

            if (_header.NodeHash != _state.NodeHash || _header.Epoch != _state.Epoch)
            {
                ForeignFiles++;
                _doomed.Add(name);
                return true;
            }

            segment.Number = _header.Number;
            segment.Level = _header.Level;
            HighestName = isRenamed && number > HighestName ? number : HighestName;
            Boot = _header.Boot > Boot ? _header.Boot : Boot;
            segment.LastNumber = _header.LastNumber;
            segment.FirstSample = _header.FirstSample;
            segment.EndSample = _header.EndSample;
            segment.RecordsOffset = _header.Length;
            segment.ContentChecksum = _header.ContentChecksum;
            _state.Settled.Add(_header.Settled);
            _segments.Add(segment);
            return true;
        }

        // Whether the file that should have this header has it, too. The header is read again when it is not.
        private bool IsCopy(string name)
        {
            int number = _header.Number;
            int level = _header.Level;
            string right = SegmentName.Of(number, level);
            foreach (string each in _names)
            {
                if (each == right && ReadHeader(right) && _header.Number == number && _header.Level == level)
                {
                    return true;
                }
            }

            return !ReadHeader(name);
        }

        // A segment whose header is damaged still has its records, and they say where they belong.
        private bool Salvage()
        {
            foreach (Segment segment in _damaged)
            {
                _scanner.Open(segment, int.MaxValue);
                RecordKind kind = _scanner.Next(_batch);
                while (kind == RecordKind.Clock)
                {
                    kind = _scanner.Next(_batch);
                }

                if (_scanner.Failed)
                {
                    return false;
                }

                if (kind == RecordKind.Batch)
                {
                    segment.IsSalvaged = true;
                    segment.FirstSample = _batch.FirstSample;
                    segment.RecordsOffset = _scanner.Position - _scanner.Record.Length;
                    if (!TryFindEnd(segment))
                    {
                        return false;
                    }

                    _segments.Add(segment);
                }
                else
                {
                    ForeignFiles++;
                    _doomed.Add(segment.Name);
                }
            }

            return true;
        }

        // Where a summary ends the one behind it, replaced in part, begins: only its records know that now.
        private bool TryFindEnd(Segment segment)
        {
            if (segment.Level == SegmentLevel.AsWritten)
            {
                return true;
            }

            _scanner.Open(segment, int.MaxValue);
            int end = segment.FirstSample;
            while (_scanner.Next(_batch) != RecordKind.None)
            {
                end = _batch.EndSample > end ? _batch.EndSample : end;
            }

            segment.EndSample = end;
            return !_scanner.Failed;
        }
    }
}
