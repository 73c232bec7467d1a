using System;
using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Configuration
{
    /// <summary>A configuration as it stands in a slot; FORMAT.md beside this file shows the bytes.</summary>
    public sealed class ConfigurationSlot
    {
        /// <summary>Bytes of the largest slot.</summary>
        public const int BytesMax = TextOffset + Limits.DesiredBytesMax + ChecksumBytes;

        private const int TextOffset = 16;
        private const int ChecksumBytes = 4;
        private const byte Version = 1;

        /// <summary>One of <see cref="ConfigurationKind"/>.</summary>
        public int Kind;

        /// <summary>Boots in which it was tried.</summary>
        public int Attempts;

        /// <summary>One of <see cref="ReturnReason"/>, or 0.</summary>
        public int Why;

        /// <summary>The larger one of two slots counts.</summary>
        public uint Sequence;

        /// <summary>Checksum of <c>ulmedge.json</c>, to which it goes.</summary>
        public uint FileChecksum;

        /// <summary>The message that asked for it.</summary>
        public byte[] Text = new byte[0];

        /// <summary>Checksum of the message.</summary>
        public uint TextChecksum => Crc32.Compute(Text, 0, Text.Length);

        /// <summary>Writes the slot.</summary>
        /// <returns>Its length.</returns>
        public int Write(byte[] buffer)
        {
            buffer[0] = (byte)'U';
            buffer[1] = (byte)'G';
            buffer[2] = Version;
            buffer[3] = (byte)Kind;
            buffer[4] = (byte)Attempts;
            buffer[5] = (byte)Why;
            LittleEndian.WriteUInt16(buffer, 6, Text.Length);
            LittleEndian.WriteUInt32(buffer, 8, Sequence);
            LittleEndian.WriteUInt32(buffer, 12, FileChecksum);
            Array.Copy(Text, 0, buffer, TextOffset, Text.Length);
            int end = TextOffset + Text.Length;
            LittleEndian.WriteUInt32(buffer, end, Crc32.Compute(buffer, 0, end));
            return end + ChecksumBytes;
        }

        /// <summary>Reads a slot.</summary>
        /// <returns>False if the bytes are none.</returns>
        public bool TryRead(byte[] buffer, int length)
        {
            int end = length - ChecksumBytes;
            if (end < TextOffset || buffer[0] != 'U' || buffer[1] != 'G' || buffer[2] != Version
                || LittleEndian.ReadUInt16(buffer, 6) != end - TextOffset
                || LittleEndian.ReadUInt32(buffer, end) != Crc32.Compute(buffer, 0, end))
            {
                return false;
            }

            Kind = buffer[3];
            Attempts = buffer[4];
            Why = buffer[5];
            Sequence = LittleEndian.ReadUInt32(buffer, 8);
            FileChecksum = LittleEndian.ReadUInt32(buffer, 12);
            Text = new byte[end - TextOffset];
            Array.Copy(buffer, TextOffset, Text, 0, Text.Length);
            return Kind >= ConfigurationKind.Good && Kind <= ConfigurationKind.Returned;
        }
    }
}
