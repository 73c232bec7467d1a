using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Boots
{
    /// <summary>What one boot tells the next; FORMAT.md beside this file shows the bytes.</summary>
    public sealed class BootRecord
    {
        private const int ByteMax = 255;
        /// <summary>Bytes of a stored record.</summary>
        public const int Bytes = 33;

        private const byte Magic0 = (byte)'U';
        private const byte Magic1 = (byte)'B';
        private const byte Version = 1;
        private const int ChecksumOffset = Bytes - BatchCodec.ChecksumBytes;

        /// <summary>Counts the records written; the larger one is the later one.</summary>
        public int Sequence;

        /// <summary>Boots of this flash, the bad ones included.</summary>
        public int Boots;

        /// <summary>Whether the boot has served for a minute.</summary>
        public bool IsGood;

        /// <summary>Why it restarted itself, one of <see cref="RestartReason"/>; none unless it is about to.</summary>
        public int Reason;

        /// <summary>Bad boots in a row before this one; 255 stands for more, too.</summary>
        public int BadBoots;

        /// <summary>The sensor that is being begun, counted from 1, or 0.</summary>
        public int Suspect;

        /// <summary>The sensors that are left out, bit by bit.</summary>
        public int LeftOut;

        /// <summary>Own restarts of the day; 255 stands for more, too.</summary>
        public int OwnRestarts;

        /// <summary>The day that they belong to, in days since 1970, or 0 while it is unknown.</summary>
        public int Day;

        /// <summary>Changes of the flash in its life.</summary>
        public int Closes;

        /// <summary>What was written to it in its life, in kB (1024 bytes).</summary>
        public int Kilobytes;

        /// <summary>Writes the record to the start of a buffer of <see cref="Bytes"/>.</summary>
        public void Write(byte[] buffer)
        {
            buffer[0] = Magic0;
            buffer[1] = Magic1;
            buffer[2] = Version;
            buffer[3] = (byte)(IsGood ? 1 : 0);
            LittleEndian.WriteUInt32(buffer, 4, (uint)Sequence);
            LittleEndian.WriteUInt32(buffer, 8, (uint)Boots);
            buffer[12] = (byte)Reason;
            buffer[13] = (byte)Smaller(BadBoots, ByteMax);
            buffer[14] = (byte)Suspect;
            buffer[15] = (byte)LeftOut;
            buffer[16] = (byte)Smaller(OwnRestarts, ByteMax);
            LittleEndian.WriteUInt32(buffer, 17, (uint)Day);
            LittleEndian.WriteUInt32(buffer, 21, (uint)Closes);
            LittleEndian.WriteUInt32(buffer, 25, (uint)Kilobytes);
            LittleEndian.WriteUInt32(buffer, ChecksumOffset, Crc32.Compute(buffer, 0, ChecksumOffset));
        }

        /// <summary>Reads a record.</summary>
        /// <returns>False if it is none, or damaged; then this one is what it was.</returns>
        public bool TryRead(byte[] buffer, int length)
        {
            bool isSound = length == Bytes && buffer[0] == Magic0 && buffer[1] == Magic1 && buffer[2] == Version
                && LittleEndian.ReadUInt32(buffer, ChecksumOffset) == Crc32.Compute(buffer, 0, ChecksumOffset)
                && buffer[3] <= 1 && buffer[14] <= Limits.SensorsMax
                && IsCount(buffer, 4) && IsCount(buffer, 8) && IsCount(buffer, 17) && IsCount(buffer, 21) && IsCount(buffer, 25);
            if (!isSound)
            {
                return false;
            }

            IsGood = buffer[3] == 1;
            Sequence = CountAt(buffer, 4);
            Boots = CountAt(buffer, 8);
            Reason = buffer[12];
            BadBoots = buffer[13];
            Suspect = buffer[14];
            LeftOut = buffer[15];
            OwnRestarts = buffer[16];
            Day = CountAt(buffer, 17);
            Closes = CountAt(buffer, 21);
            Kilobytes = CountAt(buffer, 25);
            return true;
        }

        private static int Smaller(int one, int other)
        {
            return one < other ? one : other;
        }

        private static bool IsCount(byte[] buffer, int offset)
        {
            return buffer[offset + 3] < 128;
        }

        private static int CountAt(byte[] buffer, int offset)
        {
            return (int)(long)LittleEndian.ReadUInt32(buffer, offset);
        }
    }
}
