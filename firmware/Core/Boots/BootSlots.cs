using UlmEdge.Ports;

namespace UlmEdge.Core.Boots
{
    /// <summary>Keeps the boot record in two files that are written in turn: a power cut spoils one at most.</summary>
    public sealed class BootSlots
    {
        private readonly IFileStore _store;
        private readonly byte[] _buffer = new byte[BootRecord.Bytes];
        private int _next;

        /// <summary>The slots of a flash.</summary>
        public BootSlots(IFileStore store)
        {
            _store = store;
        }

        /// <summary>Whether the flash refused to be read: what it holds is unknown, and must not be written over.</summary>
        public bool Failed { get; private set; }

        /// <summary>Reads the later one of the slots that are sound.</summary>
        /// <returns>False if none is; then the record is what it was.</returns>
        public bool TryRead(BootRecord record)
        {
            Failed = false;
            bool hasFirst = TryReadSlot(0, record);
            int first = record.Sequence;
            bool hasSecond = TryReadSlot(1, record);
            bool secondIsLater = hasSecond && (!hasFirst || record.Sequence > first);
            _next = hasFirst && !secondIsLater ? 1 : 0;
            return hasFirst && !secondIsLater ? TryReadSlot(0, record) : hasSecond;
        }

        /// <summary>Makes the record durable.</summary>
        public bool Write(BootRecord record)
        {
            record.Sequence++;
            record.Write(_buffer);
            if (_store.Write(NameOf(_next), _buffer, BootRecord.Bytes) != StoreResult.Done)
            {
                record.Sequence--;
                return false; // This slot may be spoiled; the other one still holds, and this one is tried again.
            }

            _next = 1 - _next;
            return true;
        }

        private static string NameOf(int slot)
        {
            return slot == 0 ? "boot.0" : "boot.1";
        }

        private bool TryReadSlot(int slot, BootRecord record)
        {
            StoreResult result = _store.Read(NameOf(slot), _buffer, out int length);
            Failed |= result == StoreResult.Failed;
            return result == StoreResult.Done && record.TryRead(_buffer, length);
        }
    }
}
