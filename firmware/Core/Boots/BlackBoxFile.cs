using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Boots
{
    /// <summary>The black box in flash; FORMAT.md beside this file shows the bytes.</summary>
    public static class BlackBoxFile
    {
        /// <summary>The most bytes that the file can have.</summary>
        public const int BytesMax = HeaderBytes + (Limits.BlackBoxEvents * EventBytes) + BatchCodec.ChecksumBytes;

        private const int HeaderBytes = 4;
        private const int EventBytes = 13;
        private const byte Magic0 = (byte)'U';
        private const byte Magic1 = (byte)'K';
        private const byte Version = 1;

        /// <summary>Writes the events of a box to the start of a buffer of <see cref="BytesMax"/>.</summary>
        /// <returns>Bytes written.</returns>
        public static int Write(BlackBox box, byte[] buffer)
        {
            buffer[0] = Magic0;
            buffer[1] = Magic1;
            buffer[2] = Version;
            buffer[3] = (byte)box.Count;
            int offset = HeaderBytes;
            for (int i = 0; i < box.Count; i++)
            {
                LittleEndian.WriteUInt32(buffer, offset, (uint)box.NumberAt(i, BlackBoxEvent.Boot));
                LittleEndian.WriteUInt32(buffer, offset + 4, (uint)box.NumberAt(i, BlackBoxEvent.UptimeSeconds));
                buffer[offset + 8] = (byte)box.NumberAt(i, BlackBoxEvent.Code);
                LittleEndian.WriteUInt32(buffer, offset + 9, (uint)box.NumberAt(i, BlackBoxEvent.Detail));
                offset += EventBytes;
            }

            LittleEndian.WriteUInt32(buffer, offset, Crc32.Compute(buffer, 0, offset));
            return offset + BatchCodec.ChecksumBytes;
        }

        /// <summary>Reads the numbers of events into the start of an array for <see cref="Limits.BlackBoxEvents"/> of them.</summary>
        /// <returns>How many there are; 0 if the file is none, or damaged.</returns>
        public static int Read(byte[] buffer, int length, int[] numbers)
        {
            int end = length - BatchCodec.ChecksumBytes;
            bool isSound = end >= HeaderBytes && buffer[0] == Magic0 && buffer[1] == Magic1 && buffer[2] == Version
                && buffer[3] <= numbers.Length / BlackBoxEvent.Numbers && end == HeaderBytes + (buffer[3] * EventBytes)
                && LittleEndian.ReadUInt32(buffer, end) == Crc32.Compute(buffer, 0, end);
            int count = isSound ? buffer[3] : 0;
            for (int i = 0; i < count; i++)
            {
                int offset = HeaderBytes + (i * EventBytes);
                int at = i * BlackBoxEvent.Numbers;
                numbers[at + BlackBoxEvent.Boot] = NumberAt(buffer, offset);
                numbers[at + BlackBoxEvent.UptimeSeconds] = NumberAt(buffer, offset + 4);
                numbers[at + BlackBoxEvent.Code] = buffer[offset + 8];
                numbers[at + BlackBoxEvent.Detail] = NumberAt(buffer, offset + 9);
            }

            return count;
        }

        private static int NumberAt(byte[] buffer, int offset)
        {
            return LittleEndian.ReadUInt16(buffer, offset) | (LittleEndian.ReadUInt16(buffer, offset + 2) << 16);
        }
    }
}
