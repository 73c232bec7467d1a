using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Configuration
{
    /// <summary>Keeps what was sent to the node in two files; the one with the last good configuration is never written.</summary>
    /// <remarks>
    /// A slot: <c>U F</c>, version, sequence (4 bytes), kind, attempts, CRC-32 of the text (4), length of the reason, the reason,
    /// length of the text (2), the text, CRC-32 of all before. A power cut spoils the slot that is being written: what was good
    /// before stands in the other one, or there was nothing yet.
    /// </remarks>
    public sealed class ConfigurationSlots
    {
        private const byte Magic0 = (byte)'U';
        private const byte Magic1 = (byte)'F';
        private const byte Version = 1;
        private const int HeadBytes = 14;
        private const int ChecksumBytes = 4;
        private const int BytesMax = HeadBytes + Limits.ConfigurationWhyMax + 2 + Limits.DesiredBytesMax + ChecksumBytes;

        private readonly IFileStore _store;

        /// <summary>The slots of a flash.</summary>
        public ConfigurationSlots(IFileStore store)
        {
            _store = store;
        }

        /// <summary>Reads a slot.</summary>
        /// <param name="slot">0 or 1.</param>
        public ConfigurationSlot Read(int slot)
        {
            ConfigurationSlot read = new ConfigurationSlot();
            byte[] buffer = new byte[BytesMax];
            if (_store.Read(NameOf(slot), buffer, out int length) != StoreResult.Done || length < HeadBytes + 2 + ChecksumBytes)
            {
                return read;
            }

            int end = length - ChecksumBytes;
            int why = buffer[HeadBytes - 1];
            int text = HeadBytes + why + 2;
            bool isSound = buffer[0] == Magic0 && buffer[1] == Magic1 && buffer[2] == Version
                && LittleEndian.ReadUInt32(buffer, end) == Crc32.Compute(buffer, 0, end)
                && text <= end && text + LittleEndian.ReadUInt16(buffer, text - 2) == end;
            if (isSound)
            {
                Take(read, buffer, why, text, end);
            }

            return read;
        }

        /// <summary>Writes a slot.</summary>
        /// <returns>False if the flash refuses; the slot may be spoiled then.</returns>
        public bool Write(int slot, ConfigurationSlot what)
        {
            byte[] buffer = new byte[HeadBytes + what.Why.Length + 2 + what.Length + ChecksumBytes];
            buffer[0] = Magic0;
            buffer[1] = Magic1;
            buffer[2] = Version;
            LittleEndian.WriteUInt32(buffer, 3, (uint)what.Sequence);
            buffer[7] = (byte)what.Kind;
            buffer[8] = (byte)what.Attempts;
            LittleEndian.WriteUInt32(buffer, 9, what.Checksum);
            buffer[HeadBytes - 1] = (byte)what.Why.Length;
            int at = HeadBytes;
            for (int i = 0; i < what.Why.Length; i++)
            {
                buffer[at++] = (byte)what.Why[i];
            }

            LittleEndian.WriteUInt16(buffer, at, what.Length);
            at += 2;
            for (int i = 0; i < what.Length; i++)
            {
                buffer[at++] = what.Text[i];
            }

            LittleEndian.WriteUInt32(buffer, at, Crc32.Compute(buffer, 0, at));
            return _store.Write(NameOf(slot), buffer, buffer.Length) == StoreResult.Done;
        }

        private static string NameOf(int slot)
        {
            return slot == 0 ? "config.0" : "config.1";
        }

        private static void Take(ConfigurationSlot read, byte[] buffer, int why, int text, int end)
        {
            read.IsSound = true;
            read.Sequence = (int)(LittleEndian.ReadUInt32(buffer, 3) & 0x7FFFFFFF);
            read.Kind = buffer[7];
            read.Attempts = buffer[8];
            read.Checksum = LittleEndian.ReadUInt32(buffer, 9);
            char[] words = new char[why];
            for (int i = 0; i < why; i++)
            {
                words[i] = (char)buffer[HeadBytes + i];
            }

            read.Why = new string(words);
            read.Length = end - text;
            read.Text = new byte[read.Length];
            for (int i = 0; i < read.Length; i++)
            {
                read.Text[i] = buffer[text + i];
            }
        }
    }
}
