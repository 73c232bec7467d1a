using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>Keeps the journal's state in two files that are written in turn: a power cut spoils one at most.</summary>
    public sealed class CursorSlots
    {
        private const byte Magic0 = (byte)'U';
        private const byte Magic1 = (byte)'C';
        private const byte Version = 1;
        private const int BodyOffset = 3;

        private readonly IFileStore _store;
        private readonly byte[] _buffer = new byte[JournalState.BytesMax];
        private int _next;

        /// <summary>The slots of a flash.</summary>
        public CursorSlots(IFileStore store)
        {
            _store = store;
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
            state.Sequence++;
            _buffer[0] = Magic0;
            _buffer[1] = Magic1;
            _buffer[2] = Version;
            int length = state.Write(_buffer, BodyOffset);
            LittleEndian.WriteUInt32(_buffer, length, Crc32.Compute(_buffer, 0, length));
            if (_store.Write(NameOf(_next), _buffer, length + BatchCodec.ChecksumBytes) != StoreResult.Done)
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
            StoreResult result = _store.Read(NameOf(slot), _buffer, out int length);
            isThere = result != StoreResult.Missing;
            Failed |= result == StoreResult.Failed;
            if (result != StoreResult.Done || length < BodyOffset + BatchCodec.ChecksumBytes)
            {
                return false;
            }

            int end = length - BatchCodec.ChecksumBytes;
            bool isSound = _buffer[0] == Magic0 && _buffer[1] == Magic1
                && LittleEndian.ReadUInt32(_buffer, end) == Crc32.Compute(_buffer, 0, end);
            bool isOurs = isSound && _buffer[2] == Version && state.TryRead(_buffer, BodyOffset, end) && state.NodeHash == nodeHash;
            FoundForeign |= isSound && !isOurs;
            return isOurs;
        }
    }
}
