using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>Counts boots in flash, in two files that are written in turn, so that a power cut spoils one at most.</summary>
    /// <remarks>
    /// A slot is 8 bytes: the count and the CRC-32 of it, both little-endian. The larger sound one counts; the other one
    /// is written next.
    /// </remarks>
    public static class BootCounter
    {
        private const int CountBytes = 4;
        private const int SlotBytes = 8;

        /// <summary>Counts this boot.</summary>
        /// <param name="store">Where the slots are.</param>
        /// <param name="result">Whether the new count is durable.</param>
        /// <returns>The number of this boot, from 1.</returns>
        public static int CountBoot(IFileStore store, out StoreResult result)
        {
            byte[] slot = new byte[SlotBytes];
            int first = ReadSlot(store, "boot.0", slot);
            int second = ReadSlot(store, "boot.1", slot);
            int boot = (first > second ? first : second) + 1;
            for (int i = 0; i < CountBytes; i++)
            {
                slot[i] = (byte)(boot >> (8 * i));
            }

            uint checksum = Crc32.Compute(slot, 0, CountBytes);
            for (int i = 0; i < CountBytes; i++)
            {
                slot[CountBytes + i] = (byte)(checksum >> (8 * i));
            }

            result = store.Write(first > second ? "boot.1" : "boot.0", slot, SlotBytes);
            return boot;
        }

        // The count in a slot, or 0 if it holds none.
        private static int ReadSlot(IFileStore store, string name, byte[] slot)
        {
            if (store.Read(name, slot, out int length) != StoreResult.Done || length != SlotBytes)
            {
                return 0;
            }

            uint checksum = 0;
            int count = 0;
            for (int i = CountBytes - 1; i >= 0; i--)
            {
                count = (count << 8) | slot[i];
                checksum = (checksum << 8) | slot[CountBytes + i];
            }

            return checksum == Crc32.Compute(slot, 0, CountBytes) && count > 0 ? count : 0;
        }
    }
}
