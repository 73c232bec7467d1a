using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>Keeps the journal's state in two files that are written in turn: a power cut spoils one at most.</summary>
    public sealed class CursorSlots
    {
        /// <summary>Bytes of a slot around the state.</summary>
        public const int FrameBytes = BodyOffset + BatchCodec.ChecksumBytes;

        private const byte Magic0 = (byte)'U';
        private const byte Magic1 = (byte)'C';
        private const byte Version = 1;
        private const int BodyOffset = 3;

        private readonly IFileStore _store;
        private readonly Workbench _bench;
        private int _next;

        /// <summary>The slots of a flash.</summary>
        public CursorSlots(IFileStore store, Workbench bench)
        {
            _store = store;
            _bench = bench;
        }

        /// <summary>Whether a slot was found that another node, or another firmware, has written.</summary>
        public bool FoundForeign { get; private set; }

        /// <summary>Whether the flash refused to be read at the last call.</summary>
        public bool Failed { get; private set; }

        /// <summary>Whether a slot is gone that must have been there: a torn write spoils one, but removes none.</summary>
        public bool IsOneGone { get; private set; }

        /// <summary>The newest segment that was written to a slot in this boot: if it is lost, that will be noticed.</summary>
        public int NewestSegment { get; private set; }

        /// <summary>Reads the later one of the slots that are sound.</summary>
        /// <returns>False if none is; then the state is undefined.</returns>
        public bool TryRead(uint nodeHash, JournalState state)
        {
            Failed = false; // What was refused before may be read now.
            bool hasFirst = TryReadSlot(0, nodeHash, state, out bool isFirstThere);
            int first = state.Sequence;
            bool hasSecond = TryReadSlot(1, nodeHash, state, out bool isSecondThere);
            IsOneGone = (hasFirst && !isSecondThere && first > 1) || (hasSecond && !isFirstThere);
            bool secondIsLater = hasSecond && (!hasFirst || state.Sequence > first);
            _next = secondIsLater ? 0 : hasFirst ? 1 : 0;
            if (hasFirst && !secondIsLater)
            {
                return TryReadSlot(0, nodeHash, state, out _);
            }

            return hasSecond;
        }

        /// <summary>Makes the state durable.</summary>
        public bool Write(JournalState state)
        {
            byte[] buffer = _bench.TakeBytes();
            state.Sequence++;
            buffer[0] = Magic0;
            buffer[1] = Magic1;
            buffer[2] = Version;
            int length = state.Write(buffer, BodyOffset);
            LittleEndian.WriteUInt32(buffer, length, Crc32.Compute(buffer, 0, length));
            if (_store.Write(NameOf(_next), buffer, length + BatchCodec.ChecksumBytes) != StoreResult.Done)
            {
                state.Sequence--;
                return false; // This slot may be spoiled; the other one still holds, and this one is tried again.
            }

            state.Ledger.BecomeDurable();
            NewestSegment = state.NewestSegment;
            _next = 1 - _next;
            return true;
        }

        private static string NameOf(int slot)
        {
            return slot == 0 ? "cursor.0" : "cursor.1";
        }

        private bool TryReadSlot(int slot, uint nodeHash, JournalState state, out bool isThere)
        {
            byte[] buffer = _bench.TakeBytes();
            StoreResult result = _store.Read(NameOf(slot), buffer, out int length);
            isThere = result != StoreResult.Missing;
            Failed |= result == StoreResult.Failed;
            if (result != StoreResult.Done || length < FrameBytes)
            {
                return false;
            }

            int end = length - BatchCodec.ChecksumBytes;
            bool isSound = buffer[0] == Magic0 && buffer[1] == Magic1
                && LittleEndian.ReadUInt32(buffer, end) == Crc32.Compute(buffer, 0, end);
            bool isOurs = isSound && buffer[2] == Version && state.TryRead(buffer, BodyOffset, end) && state.NodeHash == nodeHash;
            FoundForeign |= isSound && !isOurs;
            return isOurs;
        }
    }
}
