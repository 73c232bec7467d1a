using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Journal
{
    /// <summary>Writes and reads the records of a segment. FORMAT.md beside this file has the picture.</summary>
    /// <remarks>Every record carries what was settled when it was written: so acknowledgements need no writes of their own.</remarks>
    public sealed class RecordCodec
    {
        /// <summary>The most bytes that a record can have.</summary>
        public const int BytesMax = FrameBytes + SettledBytesMax + Limits.BatchBytesMax;

        private const int SettledBytesMax = 5 + SettledSamples.BytesMax; // And what they are counted from.
        private const int FrameBytes = BodyOffset + BatchCodec.ChecksumBytes;
        private const int BodyOffset = 3;
        private const byte BatchMarker = 0xB1;
        private const byte ClockMarker = 0xC1;

        private readonly BatchCodec _batches = new BatchCodec();
        private readonly BitWriter _writer = new BitWriter();
        private readonly BitReader _reader = new BitReader();

        /// <summary>Bytes of the record read last.</summary>
        public int Length { get; private set; }

        /// <summary>What was settled when the record read last was written.</summary>
        public SettledSamples Settled { get; } = new SettledSamples();

        /// <summary>The boot of the clock record read last.</summary>
        public int ClockBoot { get; private set; }

        /// <summary>Unix second of uptime 0 of <see cref="ClockBoot"/>.</summary>
        public long ClockOffsetSeconds { get; private set; }

        /// <summary>Writes a batch.</summary>
        /// <returns>The record's bytes, or 0 if they do not fit before <paramref name="end"/>.</returns>
        public int WriteBatch(Batch batch, SettledSamples settled, byte[] buffer, int offset, int end)
        {
            if (end - offset < FrameBytes)
            {
                return 0;
            }

            _writer.Restart(buffer, offset + BodyOffset, end - BatchCodec.ChecksumBytes);
            _writer.WriteVarint((uint)batch.FirstSample);
            settled.Write(_writer, batch.FirstSample);
            int body = _writer.Position;
            int length = _writer.Overflowed ? 0 : _batches.EncodeBody(batch, buffer, body, end - BatchCodec.ChecksumBytes);
            return length == 0 ? 0 : Close(buffer, offset, body + length, BatchMarker);
        }

        /// <summary>Writes a boot's clock offset.</summary>
        /// <returns>The record's bytes, or 0 if they do not fit before <paramref name="end"/>.</returns>
        public int WriteClock(int boot, long offsetSeconds, SettledSamples settled, byte[] buffer, int offset, int end)
        {
            if (end - offset < FrameBytes)
            {
                return 0;
            }

            _writer.Restart(buffer, offset + BodyOffset, end - BatchCodec.ChecksumBytes);
            _writer.WriteVarint((uint)settled.UpTo);
            settled.Write(_writer, settled.UpTo);
            _writer.WriteVarint((uint)boot);
            _writer.Write((uint)offsetSeconds, 32);
            return _writer.Overflowed ? 0 : Close(buffer, offset, _writer.Position, ClockMarker);
        }

        /// <summary>Reads what stands at a place of a buffer that holds bytes up to <paramref name="end"/>.</summary>
        public RecordKind TryRead(byte[] buffer, int offset, int end, Batch batch)
        {
            return TryRead(buffer, offset, end, batch, 0);
        }

        /// <summary>Reads what stands at a place; of batches that end at or before a sample only the header.</summary>
        public RecordKind TryRead(byte[] buffer, int offset, int end, Batch batch, int fromSample)
        {
            byte marker = buffer[offset];
            if (marker != BatchMarker && marker != ClockMarker)
            {
                return RecordKind.None;
            }

            if (end - offset < FrameBytes)
            {
                return RecordKind.Incomplete;
            }

            Length = LittleEndian.ReadUInt16(buffer, offset + 1);
            if (Length < FrameBytes || Length > BytesMax)
            {
                return RecordKind.None;
            }

            if (Length > end - offset)
            {
                return RecordKind.Incomplete;
            }

            int checksum = offset + Length - BatchCodec.ChecksumBytes;
            if (LittleEndian.ReadUInt32(buffer, checksum) != Crc32.Compute(buffer, offset, Length - BatchCodec.ChecksumBytes))
            {
                return RecordKind.None;
            }

            _reader.Restart(buffer, offset + BodyOffset, checksum);
            int near = (int)(long)_reader.ReadVarint();
            if (near < 0 || !Settled.Read(_reader, near))
            {
                return RecordKind.None;
            }

            return marker == ClockMarker ? ReadClock() : ReadBatch(buffer, checksum, batch, fromSample);
        }

        private RecordKind ReadClock()
        {
            ClockBoot = (int)(long)_reader.ReadVarint();
            ClockOffsetSeconds = _reader.Read(32);
            return _reader.Failed ? RecordKind.None : RecordKind.Clock;
        }

        private RecordKind ReadBatch(byte[] buffer, int end, Batch batch, int fromSample)
        {
            DecodeResult result = _batches.TryDecodeBody(buffer, _reader.Position, end, batch, fromSample);
            return result == DecodeResult.Ok ? RecordKind.Batch : RecordKind.None;
        }

        private static int Close(byte[] buffer, int offset, int end, byte marker)
        {
            int length = end + BatchCodec.ChecksumBytes - offset;
            buffer[offset] = marker;
            LittleEndian.WriteUInt16(buffer, offset + 1, length);
            LittleEndian.WriteUInt32(buffer, end, Crc32.Compute(buffer, offset, end - offset));
            return length;
        }
    }
}
