using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Journal
{
    /// <summary>What a segment says about itself. FORMAT.md beside this file has the picture.</summary>
    public sealed class SegmentHeader
    {
        /// <summary>The most bytes that a header can have.</summary>
        public const int BytesMax = 128;

        private const byte Magic0 = (byte)'U';
        private const byte Magic1 = (byte)'J';
        private const byte Version = 1;
        private const int LengthOffset = 3;
        private const int BodyOffset = 4;
        private const int ChecksumBytes = 4;

        private readonly BitWriter _writer = new BitWriter();
        private readonly BitReader _reader = new BitReader();

        /// <summary>Hash of the node id: a board's flash can come from another node.</summary>
        public uint NodeHash;

        /// <summary>The journal's epoch.</summary>
        public int Epoch;

        /// <summary>The boot that began it.</summary>
        public int Boot;

        /// <summary>See <see cref="SegmentLevel"/>.</summary>
        public int Level;

        /// <summary>The segment's number.</summary>
        public int Number;

        /// <summary>The last of the segments that it replaces, or its own number.</summary>
        public int LastNumber;

        /// <summary>Its first sample.</summary>
        public int FirstSample;

        /// <summary>One after its last sample; for a segment that grows equal to <see cref="FirstSample"/>.</summary>
        public int EndSample;

        /// <summary>For a segment that replaces others: the checksum of all that follows the header, else 0.</summary>
        public uint ContentChecksum;

        /// <summary>What was settled when the segment was begun.</summary>
        public readonly SettledSamples Settled = new SettledSamples();

        /// <summary>Bytes of the header read last.</summary>
        public int Length { get; private set; }

        /// <summary>Writes the header to the start of a buffer.</summary>
        /// <returns>Its bytes.</returns>
        public int Write(byte[] buffer)
        {
            buffer[0] = Magic0;
            buffer[1] = Magic1;
            buffer[2] = (byte)((Version << 4) | Level);
            _writer.Restart(buffer, BodyOffset, BytesMax - ChecksumBytes);
            _writer.Write(NodeHash, 32);
            _writer.Write(ContentChecksum, 32);
            _writer.WriteVarint((uint)Epoch);
            _writer.WriteVarint((uint)Boot);
            _writer.WriteVarint((uint)Number);
            _writer.WriteVarint((uint)(LastNumber - Number));
            _writer.WriteVarint((uint)FirstSample);
            _writer.WriteVarint((uint)(EndSample - FirstSample));
            Settled.Write(_writer, FirstSample);
            int length = _writer.Position;
            buffer[LengthOffset] = (byte)(length + ChecksumBytes);
            LittleEndian.WriteUInt32(buffer, length, Crc32.Compute(buffer, 0, length));
            return length + ChecksumBytes;
        }

        /// <summary>Reads a header from the start of a buffer.</summary>
        public bool TryRead(byte[] buffer, int available)
        {
            if (available < BodyOffset + ChecksumBytes || buffer[0] != Magic0 || buffer[1] != Magic1
                || buffer[2] >> 4 != Version)
            {
                return false;
            }

            Length = buffer[LengthOffset];
            int end = Length - ChecksumBytes;
            if (Length > BytesMax || Length > available || end < BodyOffset
                || LittleEndian.ReadUInt32(buffer, end) != Crc32.Compute(buffer, 0, end))
            {
                return false;
            }

            Level = buffer[2] & 15;
            _reader.Restart(buffer, BodyOffset, end);
            NodeHash = _reader.Read(32);
            ContentChecksum = _reader.Read(32);
            Epoch = (int)(long)_reader.ReadVarint();
            Boot = (int)(long)_reader.ReadVarint();
            Number = (int)(long)_reader.ReadVarint();
            LastNumber = Number + (int)(long)_reader.ReadVarint();
            FirstSample = (int)(long)_reader.ReadVarint();
            EndSample = FirstSample + (int)(long)_reader.ReadVarint();
            return Settled.Read(_reader, FirstSample) && Level <= SegmentLevel.Max
                && Epoch > 0 && Boot >= 0 && Number > 0 && LastNumber >= Number && FirstSample >= 0 && EndSample >= FirstSample;
        }
    }
}
