namespace UlmEdge.Core.Batches
{
    /// <summary>The one place that knows the bytes of a stored batch. FORMAT.md beside this file gives the reasons.</summary>
    /// <remarks>
    /// <code>
    ///  0         1          5                                                              n-4     n
    ///  ┌─────────┬──────────┬───────┬──────┬───────┬───────┬──────────┬──────┬────────────┬────────┐
    ///  │ver│flags│ time     │ epoch │ boot │ first │ count │ channels │ times│ columns    │ CRC-32 │
    ///  │  4│ 4   │ u32 LE   │ varint│varint│ varint│ varint│ masks    │ bits │ bits, pad 0│ u32 LE │
    ///  └─────────┴──────────┴───────┴──────┴───────┴───────┴──────────┴──────┴────────────┴────────┘
    /// </code>
    /// Not thread-safe: one codec, one loop. Allocates nothing after construction.
    /// </remarks>
    public sealed class BatchCodec
    {
        /// <summary>Format version in the upper half of the first byte.</summary>
        public const int Version = 1;

        private const int TimeOffset = 1;
        private const int HeaderOffset = 5;
        private const int ChecksumBytes = 4;
        private const int BytesMin = HeaderOffset + 5 + 1 + ChecksumBytes;

        private readonly BitWriter _writer = new BitWriter();
        private readonly BitReader _reader = new BitReader();
        private readonly ColumnCodec _columns = new ColumnCodec();

        /// <summary>Writes a batch to the start of a buffer.</summary>
        /// <returns>The number of bytes, at most <see cref="Limits.BatchBytesMax"/>, or 0 if the buffer is too small.</returns>
        public int Encode(Batch batch, byte[] buffer)
        {
            int groups = Readings.Channel.InstanceOf(batch.Channels[batch.ChannelCount - 1]) + 1;
            buffer[0] = (byte)((Version << 4) | ((groups - 1) << 1) | (batch.TimesAreUnix ? 1 : 0));
            WriteUInt32(buffer, TimeOffset, (uint)batch.TimesSeconds[0]);
            _writer.Restart(buffer, HeaderOffset, buffer.Length - ChecksumBytes);
            _writer.WriteVarint((uint)batch.Epoch);
            _writer.WriteVarint((uint)batch.Boot);
            _writer.WriteVarint((uint)batch.FirstSample);
            _writer.WriteVarint((uint)batch.SampleCount);
            WriteMasks(batch, groups);
            _columns.WriteTimes(_writer, batch);
            for (int column = 0; column < batch.ChannelCount; column++)
            {
                _columns.WriteValues(_writer, batch, column);
            }

            if (_writer.Overflowed)
            {
                return 0;
            }

            int length = _writer.Position;
            WriteUInt32(buffer, length, Crc32.Compute(buffer, 0, length));
            return length + ChecksumBytes;
        }

        /// <summary>Reads a batch from the start of a buffer. The batch is undefined unless the result is Ok.</summary>
        public DecodeResult TryDecode(byte[] buffer, int length, Batch batch)
        {
            if (length < BytesMin)
            {
                return DecodeResult.TooShort;
            }

            int end = length - ChecksumBytes;
            if (ReadUInt32(buffer, end) != Crc32.Compute(buffer, 0, end))
            {
                return DecodeResult.BadChecksum;
            }

            if (buffer[0] >> 4 != Version)
            {
                return DecodeResult.UnknownVersion;
            }

            _reader.Restart(buffer, HeaderOffset, end);
            bool isSound = ReadHeader(buffer, batch) && _columns.ReadTimes(_reader, batch);
            for (int column = 0; isSound && column < batch.ChannelCount; column++)
            {
                _columns.ReadValues(_reader, batch, column);
            }

            return isSound && !_reader.Failed && _reader.Position == end ? DecodeResult.Ok : DecodeResult.Malformed;
        }

        private bool ReadHeader(byte[] buffer, Batch batch)
        {
            batch.TimesAreUnix = (buffer[0] & 1) != 0;
            batch.TimesSeconds[0] = ReadUInt32(buffer, TimeOffset);
            batch.Epoch = (int)(long)_reader.ReadVarint();
            batch.Boot = (int)(long)_reader.ReadVarint();
            batch.FirstSample = (int)(long)_reader.ReadVarint();
            uint count = _reader.ReadVarint();
            if (batch.Epoch < 0 || batch.Boot < 0 || batch.FirstSample < 0 || count < 1 || count > Limits.SamplesPerBatchMax)
            {
                return false;
            }

            batch.SampleCount = (int)(long)count;
            return ReadMasks(batch, ((buffer[0] >> 1) & 7) + 1)
                && batch.SampleCount * batch.ChannelCount <= Limits.CellsPerBatchMax;
        }

        // One mask per instance: bit q says that quantity q is measured by that instance.
        private void WriteMasks(Batch batch, int groups)
        {
            for (int instance = 0; instance < groups; instance++)
            {
                uint mask = 0;
                for (int i = 0; i < batch.ChannelCount; i++)
                {
                    if (Readings.Channel.InstanceOf(batch.Channels[i]) == instance)
                    {
                        mask |= 1u << (int)Readings.Channel.QuantityOf(batch.Channels[i]);
                    }
                }

                _writer.WriteVarint(mask);
            }
        }

        private bool ReadMasks(Batch batch, int groups)
        {
            batch.ChannelCount = 0;
            for (int instance = 0; instance < groups; instance++)
            {
                uint mask = _reader.ReadVarint();
                if (mask >> (Readings.Quantities.NumberMax + 1) != 0)
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

                    batch.Channels[batch.ChannelCount++] = Readings.Channel.Of((Ports.Quantity)quantity, instance);
                }
            }

            return batch.ChannelCount > 0;
        }

        private static void WriteUInt32(byte[] buffer, int offset, uint value)
        {
            for (int i = 0; i < 4; i++)
            {
                buffer[offset + i] = (byte)(value >> (8 * i));
            }
        }

        private static uint ReadUInt32(byte[] buffer, int offset)
        {
            uint value = 0;
            for (int i = 3; i >= 0; i--)
            {
                value = (value << 8) | buffer[offset + i];
            }

            return value;
        }
    }
}
