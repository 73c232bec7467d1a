using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Core.Batches
{
    /// <summary>The one place that knows the bytes of a stored batch. FORMAT.md beside this file gives the reasons.</summary>
    /// <remarks>
    /// <code>
    ///  0         1          5                                                              n-4     n
    ///  ┌─────────┬──────────┬───────┬──────┬───────┬───────┬──────────┬──────┬────────────┬────────┐
    ///  │ver│flags│ time     │ epoch │ boot │ first │ rows  │ channels │ times│ columns    │ CRC-32 │
    ///  │  4│ 4   │ u32 LE   │ varint│varint│ varint│ varint│ masks    │ bits │ bits, pad 0│ u32 LE │
    ///  └─────────┴──────────┴───────┴──────┴───────┴───────┴──────────┴──────┴────────────┴────────┘
    /// </code>
    /// Not thread-safe: one codec, one loop. Allocates nothing after construction.
    /// </remarks>
    public sealed class BatchCodec
    {
        /// <summary>The upper half of the first byte of a plain batch.</summary>
        public const int Version = 1;

        /// <summary>The upper half of the first byte of a summary: the same, and how long rows are after their count.</summary>
        public const int SummaryVersion = 2;

        /// <summary>Bytes of the checksum.</summary>
        public const int ChecksumBytes = 4;

        private const int WindowUnitSeconds = 600;
        private const int TimeOffset = 1;
        private const int HeaderOffset = 5;
        private const int BytesMin = HeaderOffset + 5 + 1 + ChecksumBytes;

        private readonly BitWriter _writer = new BitWriter();
        private readonly BitReader _reader = new BitReader();
        private readonly ColumnCodec _columns = new ColumnCodec();

        /// <summary>Writes a batch to the start of a buffer.</summary>
        /// <returns>The number of bytes, at most <see cref="Limits.BatchBytesMax"/>, or 0 if the buffer is too small.</returns>
        public int Encode(Batch batch, byte[] buffer)
        {
            int length = EncodeBody(batch, buffer, 0, buffer.Length - ChecksumBytes);
            if (length == 0)
            {
                return 0;
            }

            LittleEndian.WriteUInt32(buffer, length, Crc32.Compute(buffer, 0, length));
            return length + ChecksumBytes;
        }

        /// <summary>Writes a batch without its checksum, for a container that has one.</summary>
        /// <returns>The number of bytes, or 0 if they do not fit before <paramref name="end"/>.</returns>
        public int EncodeBody(Batch batch, byte[] buffer, int offset, int end)
        {
            if (end - offset < HeaderOffset)
            {
                return 0;
            }

            int groups = Channel.GroupOf(batch.Channels[batch.ChannelCount - 1]) + 1;
            int version = batch.IsSummary ? SummaryVersion : Version;
            buffer[offset] = (byte)((version << 4) | ((groups - 1) << 1) | (batch.TimesAreUnix ? 1 : 0));
            LittleEndian.WriteUInt32(buffer, offset + TimeOffset, (uint)batch.TimesSeconds[0]);
            _writer.Restart(buffer, offset + HeaderOffset, end);
            _writer.WriteVarint((uint)batch.Epoch);
            _writer.WriteVarint((uint)batch.Boot);
            _writer.WriteVarint((uint)batch.FirstSample);
            _writer.WriteVarint((uint)batch.RowCount);
            if (batch.IsSummary)
            {
                _writer.WriteVarint((uint)(batch.WindowSeconds / WindowUnitSeconds));
                _columns.WriteRowSamples(_writer, batch);
            }

            WriteMasks(batch, groups);
            _columns.WriteTimes(_writer, batch);
            for (int column = 0; column < batch.ColumnCount; column++)
            {
                _columns.WriteValues(_writer, batch, column);
            }

            return _writer.Overflowed ? 0 : _writer.Position - offset;
        }

        /// <summary>Reads a batch from the start of a buffer. The batch is undefined unless the result is Ok.</summary>
        public DecodeResult TryDecode(byte[] buffer, int length, Batch batch)
        {
            if (length < BytesMin)
            {
                return DecodeResult.TooShort;
            }

            int end = length - ChecksumBytes;
            return LittleEndian.ReadUInt32(buffer, end) != Crc32.Compute(buffer, 0, end)
                ? DecodeResult.BadChecksum
                : TryDecodeBody(buffer, 0, end, batch);
        }

        /// <summary>Reads a batch that has no checksum of its own.</summary>
        public DecodeResult TryDecodeBody(byte[] buffer, int offset, int end, Batch batch)
        {
            return TryDecodeBody(buffer, offset, end, batch, 0);
        }

        /// <summary>Reads a batch that has no checksum of its own.</summary>
        /// <param name="buffer">Holds it.</param>
        /// <param name="offset">Where it begins.</param>
        /// <param name="end">One after its last byte.</param>
        /// <param name="batch">Takes it.</param>
        /// <param name="fromSample">Of batches that end at or before this sample only the header is wanted: no times, no values.</param>
        public DecodeResult TryDecodeBody(byte[] buffer, int offset, int end, Batch batch, int fromSample)
        {
            if (end - offset < BytesMin - ChecksumBytes)
            {
                return DecodeResult.TooShort;
            }

            int version = buffer[offset] >> 4;
            if (version != Version && version != SummaryVersion)
            {
                return DecodeResult.UnknownVersion;
            }

            _reader.Restart(buffer, offset + HeaderOffset, end);
            bool isSound = ReadHeader(buffer[offset], LittleEndian.ReadUInt32(buffer, offset + TimeOffset), batch);
            if (isSound && batch.EndSample <= fromSample)
            {
                return DecodeResult.Ok;
            }

            isSound = isSound && _columns.ReadTimes(_reader, batch);
            for (int column = 0; isSound && column < batch.ColumnCount; column++)
            {
                _columns.ReadValues(_reader, batch, column);
            }

            return isSound && !_reader.Failed && _reader.Position == end ? DecodeResult.Ok : DecodeResult.Malformed;
        }

        private bool ReadHeader(byte first, uint seconds, Batch batch)
        {
            batch.TimesAreUnix = (first & 1) != 0;
            batch.TimesSeconds[0] = seconds;
            batch.Epoch = (int)(long)_reader.ReadVarint();
            batch.Boot = (int)(long)_reader.ReadVarint();
            batch.FirstSample = (int)(long)_reader.ReadVarint();
            uint rows = _reader.ReadVarint();
            if (batch.Epoch < 0 || batch.Boot < 0 || batch.FirstSample < 0 || rows < 1 || rows > Limits.SamplesPerBatchMax)
            {
                return false;
            }

            batch.RowCount = (int)(long)rows;
            batch.WindowSeconds = 0;
            return ReadWindow(first >> 4 == SummaryVersion, batch)
                && ReadMasks(batch, ((first >> 1) & 7) + 1)
                && batch.RowCount * batch.ColumnCount <= Limits.CellsPerBatchMax
                && batch.EndSample >= batch.FirstSample;
        }

        private bool ReadWindow(bool isSummary, Batch batch)
        {
            if (!isSummary)
            {
                return true;
            }

            uint units = _reader.ReadVarint();
            batch.WindowSeconds = WindowUnitSeconds * (int)(long)(units & 0xFF);
            return units > 0 && units <= 0xFF && _columns.ReadRowSamples(_reader, batch);
        }

        // One mask per group: bit q says that quantity q is measured by that instance, or is beside it as it was measured.
        private void WriteMasks(Batch batch, int groups)
        {
            for (int group = 0; group < groups; group++)
            {
                uint mask = 0;
                for (int i = 0; i < batch.ChannelCount; i++)
                {
                    if (Channel.GroupOf(batch.Channels[i]) == group)
                    {
                        mask |= 1u << (int)Channel.QuantityOf(batch.Channels[i]);
                    }
                }

                _writer.WriteVarint(mask);
            }
        }

        private bool ReadMasks(Batch batch, int groups)
        {
            batch.ChannelCount = 0;
            for (int group = 0; group < groups; group++)
            {
                uint mask = _reader.ReadVarint();
                if (mask >> (Quantities.NumberMax + 1) != 0)
                {
                    return false;
                }

                for (int quantity = 0; mask != 0; quantity++, mask >>= 1)
                {
                    if ((mask & 1) == 0)
                    {
                        continue;
                    }

                    if (batch.ChannelCount == Limits.ChannelsMax)
                    {
                        return false;
                    }

                    batch.Channels[batch.ChannelCount++] = Channel.Of((Quantity)quantity, group);
                }
            }

            return batch.ChannelCount > 0;
        }
    }
}
