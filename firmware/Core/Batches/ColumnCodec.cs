using UlmEdge.Ports;

namespace UlmEdge.Core.Batches
{
    /// <summary>Writes and reads the columns of a batch: the times, and the values of each channel.</summary>
    public sealed class ColumnCodec
    {
        private const int ReasonBits = 4;
        private const uint DoubtfulReason = 15;
        private const long TimeSecondsMax = uint.MaxValue;

        private readonly int[] _numbers = new int[Limits.SamplesPerBatchMax];

        /// <summary>
        /// Times follow each other at a steady step, with jitter and now and then a gap: the middle step, then how much
        /// each one differs from it. (The mean would be spoiled by one gap.)
        /// </summary>
        public void WriteTimes(BitWriter writer, Batch batch)
        {
            int steps = batch.RowCount - 1;
            if (steps == 0)
            {
                return;
            }

            for (int i = 0; i < steps; i++)
            {
                _numbers[i] = (int)(batch.TimesSeconds[i + 1] - batch.TimesSeconds[i]);
            }

            int middle = Middle(_numbers, steps);
            writer.WriteVarint((uint)middle);
            for (int i = 0; i < steps; i++)
            {
                _numbers[i] -= middle;
            }

            RiceColumn.Write(writer, _numbers, steps);
        }

        /// <summary>Reads the times after the first.</summary>
        /// <returns>False if they do not increase or leave the range of 32 bits.</returns>
        public bool ReadTimes(BitReader reader, Batch batch)
        {
            int steps = batch.RowCount - 1;
            if (steps == 0)
            {
                return true;
            }

            long middle = reader.ReadVarint();
            RiceColumn.Read(reader, _numbers, steps);
            for (int i = 0; i < steps; i++)
            {
                long time = batch.TimesSeconds[i] + middle + _numbers[i];
                if (time <= batch.TimesSeconds[i] || time > TimeSecondsMax)
                {
                    return false;
                }

                batch.TimesSeconds[i + 1] = time;
            }

            return true;
        }

        /// <summary>How many samples each row of a summary stands for: mostly as many as the row before.</summary>
        public void WriteRowSamples(BitWriter writer, Batch batch)
        {
            for (int i = 0; i < batch.RowCount; i++)
            {
                _numbers[i] = batch.RowSamples[i] - (i == 0 ? 0 : batch.RowSamples[i - 1]);
            }

            RiceColumn.Write(writer, _numbers, batch.RowCount);
        }

        /// <summary>Reads how many samples each row stands for.</summary>
        /// <returns>False if a row stands for none, or all for too many.</returns>
        public bool ReadRowSamples(BitReader reader, Batch batch)
        {
            RiceColumn.Read(reader, _numbers, batch.RowCount);
            int samples = 0;
            for (int i = 0; i < batch.RowCount; i++)
            {
                samples += _numbers[i];
                if (samples < 1 || samples > Limits.SamplesPerRowMax)
                {
                    return false;
                }

                batch.RowSamples[i] = samples;
            }

            return true;
        }

        /// <summary>One bit says whether reasons follow; then the first value, then the differences of those after it.</summary>
        public void WriteValues(BitWriter writer, Batch batch, int column)
        {
            WriteReasons(writer, batch, column);
            int count = 0;
            int previous = 0;
            for (int row = 0; row < batch.RowCount; row++)
            {
                int cell = batch.CellAt(row, column);
                if (Batch.HasValue(batch.Reasons[cell]))
                {
                    // Differences may wrap around 32 bits; the sum on reading wraps back.
                    _numbers[count++] = batch.Values[cell] - previous;
                    previous = batch.Values[cell];
                }
            }

            if (count == 0)
            {
                return;
            }

            writer.WriteVarint(RiceColumn.ZigZag(_numbers[0]));
            if (count > 1)
            {
                DropFirst(count);
                RiceColumn.Write(writer, _numbers, count - 1);
            }
        }

        /// <summary>Reads one channel's values and reasons.</summary>
        public void ReadValues(BitReader reader, Batch batch, int column)
        {
            int count = ReadReasons(reader, batch, column);
            if (count == 0)
            {
                return;
            }

            int first = RiceColumn.ZagZig(reader.ReadVarint());
            if (count > 1)
            {
                RiceColumn.Read(reader, _numbers, count - 1);
            }

            int value = first;
            int taken = 0;
            for (int row = 0; row < batch.RowCount; row++)
            {
                int cell = batch.CellAt(row, column);
                if (Batch.HasValue(batch.Reasons[cell]))
                {
                    value = taken == 0 ? first : value + _numbers[taken - 1];
                    batch.Values[cell] = value;
                    taken++;
                }
            }
        }

        // The number that at most half of the others are less than, and at most half greater.
        private static int Middle(int[] numbers, int count)
        {
            for (int i = 0; i < count; i++)
            {
                int less = 0;
                int greater = 0;
                for (int j = 0; j < count; j++)
                {
                    less += numbers[j] < numbers[i] ? 1 : 0;
                    greater += numbers[j] > numbers[i] ? 1 : 0;
                }

                if (2 * less <= count && 2 * greater <= count)
                {
                    return numbers[i];
                }
            }

            return numbers[0];
        }

        private static void WriteReasons(BitWriter writer, Batch batch, int column)
        {
            bool any = false;
            for (int row = 0; row < batch.RowCount; row++)
            {
                any |= batch.Reasons[batch.CellAt(row, column)] != 0;
            }

            writer.Write(any ? 1u : 0u, 1);
            for (int row = 0; any && row < batch.RowCount; row++)
            {
                WriteReason(writer, batch.Reasons[batch.CellAt(row, column)]);
            }
        }

        private static void WriteReason(BitWriter writer, byte reason)
        {
            writer.Write(reason == 0 ? 1u : 0u, 1);
            if (reason == 0)
            {
                return;
            }

            bool isDoubtful = Batch.HasValue(reason);
            writer.Write(isDoubtful ? DoubtfulReason : reason == Batch.NotDue ? 0u : reason, ReasonBits);
            if (isDoubtful)
            {
                writer.Write((uint)Batch.QualityOf(reason), Qualities.Bits);
            }
        }

        // Returns how many rows have a value.
        private static int ReadReasons(BitReader reader, Batch batch, int column)
        {
            bool any = reader.Read(1) == 1;
            int values = 0;
            for (int row = 0; row < batch.RowCount; row++)
            {
                byte reason = any ? ReadReason(reader) : (byte)0;
                batch.Reasons[batch.CellAt(row, column)] = reason;
                batch.Values[batch.CellAt(row, column)] = 0;
                values += Batch.HasValue(reason) ? 1 : 0;
            }

            return values;
        }

        private static byte ReadReason(BitReader reader)
        {
            if (reader.Read(1) == 1)
            {
                return 0;
            }

            uint reason = reader.Read(ReasonBits);
            return reason == 0 ? Batch.NotDue
                : reason != DoubtfulReason ? (byte)reason
                : (byte)(Batch.Doubtful | reader.Read(Qualities.Bits));
        }

        private void DropFirst(int count)
        {
            for (int i = 1; i < count; i++)
            {
                _numbers[i - 1] = _numbers[i];
            }
        }
    }
}
