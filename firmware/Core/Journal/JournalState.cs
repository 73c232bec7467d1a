using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Journal
{
    /// <summary>What the journal knows of itself besides its segments; the cursor slots hold it.</summary>
    public sealed class JournalState
    {
        /// <summary>The most bytes that the stored state can have.</summary>
        public const int BytesMax = (3 * 4) + (6 * 5) + SettledSamples.BytesMax + GapLedger.BytesMax;

        private readonly BitWriter _writer = new BitWriter();
        private readonly BitReader _reader = new BitReader();

        /// <summary>An empty state.</summary>
        public JournalState()
        {
            Ledger = new GapLedger(Settled);
        }

        /// <summary>Counts the states written; the larger one is the later one.</summary>
        public int Sequence;

        /// <summary>Hash of the node id.</summary>
        public uint NodeHash;

        /// <summary>Drawn when the journal was formatted.</summary>
        public int Epoch;

        /// <summary>Boots of the journal.</summary>
        public int Boot;

        /// <summary>The number that the next sample gets.</summary>
        public int NextSample;

        /// <summary>Numbers below this one are used up, also if no segment says so.</summary>
        public int FloorSample;

        /// <summary>The lowest number of a segment that is there.</summary>
        public int OldestSegment;

        /// <summary>The highest number that a segment has had.</summary>
        public int NewestSegment;

        /// <summary>The latest Unix second that the node can be sure of.</summary>
        public long KnownUnixSeconds;

        /// <summary>The samples that need no more care.</summary>
        public SettledSamples Settled { get; } = new SettledSamples();

        /// <summary>Why some of them did not arrive.</summary>
        public GapLedger Ledger { get; }

        /// <summary>Forgets everything and begins an epoch.</summary>
        public void Format(uint nodeHash, int epoch)
        {
            NodeHash = nodeHash; // The sequence goes on: slots of another journal must not come after those to be written.
            Epoch = epoch;
            Boot = 0;
            NextSample = 0;
            FloorSample = 0;
            OldestSegment = 0;
            NewestSegment = 0;
            KnownUnixSeconds = 0;
            Settled.Restart(0);
            Ledger.Clear();
        }

        /// <summary>Notes a cause for those samples of a range that are open; the broker has the others, or they have one.</summary>
        /// <returns>How many they are.</returns>
        public int Note(int first, int end, GapCause cause, int rows)
        {
            int count = 0;
            int sample = Settled.NextOpen(first);
            while (sample < end)
            {
                int until = Settled.NextSettled(sample, end);
                count += Ledger.Note(sample, until, cause, rows) ? until - sample : 0;
                rows = 0;
                sample = Settled.NextOpen(until);
            }

            return count;
        }

        /// <summary>Notes a cause for the open samples of a range, and that nothing more will come of them.</summary>
        /// <returns>How many they are. For what there was no room they stay open, are met again, and noted then.</returns>
        public int GiveUp(int first, int end, GapCause cause)
        {
            int count = 0;
            int sample = Settled.NextOpen(first);
            while (sample < end)
            {
                int until = Settled.NextSettled(sample, end);
                bool isNoted = Ledger.Note(sample, until, cause, 0) && Settled.Add(sample, until);
                count += isNoted ? until - sample : 0;
                sample = Settled.NextOpen(until);
            }

            return count;
        }

        /// <summary>Writes the state to a buffer.</summary>
        /// <returns>One after the last byte.</returns>
        public int Write(byte[] buffer, int offset)
        {
            _writer.Restart(buffer, offset, buffer.Length);
            _writer.Write((uint)Sequence, 32);
            _writer.Write(NodeHash, 32);
            _writer.WriteVarint((uint)Epoch);
            _writer.WriteVarint((uint)Boot);
            _writer.WriteVarint((uint)NextSample);
            _writer.WriteVarint((uint)FloorSample);
            _writer.WriteVarint((uint)OldestSegment);
            _writer.WriteVarint((uint)NewestSegment);
            _writer.Write((uint)KnownUnixSeconds, 32);
            Settled.Write(_writer, NextSample);
            Ledger.Write(_writer);
            return _writer.Position;
        }

        /// <summary>Reads a state.</summary>
        /// <returns>False if it is none; then the state is undefined.</returns>
        public bool TryRead(byte[] buffer, int offset, int end)
        {
            _reader.Restart(buffer, offset, end);
            Sequence = (int)(long)_reader.Read(32);
            NodeHash = _reader.Read(32);
            Epoch = (int)(long)_reader.ReadVarint();
            Boot = (int)(long)_reader.ReadVarint();
            NextSample = (int)(long)_reader.ReadVarint();
            FloorSample = (int)(long)_reader.ReadVarint();
            OldestSegment = (int)(long)_reader.ReadVarint();
            NewestSegment = (int)(long)_reader.ReadVarint();
            KnownUnixSeconds = _reader.Read(32);
            return Settled.Read(_reader, NextSample) && Ledger.Read(_reader)
                && !_reader.Failed && _reader.Position == end && Epoch > 0 && Boot >= 0
                && FloorSample >= 0 && NextSample >= FloorSample && OldestSegment >= 0 && NewestSegment >= 0;
        }
    }
}
