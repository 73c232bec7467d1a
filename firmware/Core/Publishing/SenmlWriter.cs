using UlmEdge.Core.Batches;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Core.Publishing
{
    /// <summary>Goes through a batch as SenML (RFC 8428): an identity record, then one record per value, row by row.</summary>
    /// <remarks>
    /// <c>vs</c> of the identity record is epoch.boot.firstSample.count: the i-th distinct time is sample firstSample + i. A
    /// reading without a value has a <c>.q</c> record with bit <c>reason - 1</c> set, and no value record; one that something
    /// speaks against has both, with bits from <see cref="Qualities.FirstBit"/> on. A pack with a secondary unit (RFC 8798) has the
    /// base version 26 that RFC 9100 gives it.
    /// A summary has a record <c>thinned</c> with the seconds that a row sums up, then per row a record <c>samples</c> with how
    /// many it stands for, and <c>temp.min</c>, <c>temp.mean</c>, <c>temp.max</c> instead of <c>temp</c>. A batch without a date
    /// has no <c>bt</c>, a record <c>uptime</c> with its boot's uptime at its last row, and times up to that row, 0 and below.
    /// Writing a batch leaves no garbage.
    /// </remarks>
    public abstract class SenmlWriter
    {
        /// <summary>The base version of a pack with secondary units (RFC 9100 section 6, feature 4; RFC 8798).</summary>
        protected const int SecondaryUnitsVersion = 26;

        private const int NumbersCharactersMax = 48;

        private readonly TextBuffer _numbers = new TextBuffer(NumbersCharactersMax);
        private readonly ChannelNames _names = new ChannelNames();

        /// <summary>The memory of the message, which is nobody's between two calls.</summary>
        public abstract byte[] Memory { get; }

        /// <summary>Writes a batch. Times that are not Unix seconds become relative to the last row, with its uptime beside.</summary>
        /// <returns>The message, valid until the next call; overflowed if the batch was larger than the limits allow.</returns>
        public abstract ByteBuffer Write(Batch batch);

        /// <summary>How many records a batch becomes.</summary>
        protected static int CountRecords(Batch batch)
        {
            int count = 1 + (batch.TimesAreUnix ? 0 : 1) + (batch.IsSummary ? 1 + batch.RowCount : 0);
            for (int row = 0; row < batch.RowCount; row++)
            {
                for (int column = 0; column < batch.ColumnCount; column++)
                {
                    byte reason = batch.Reasons[batch.CellAt(row, column)];
                    count += (Batch.HasValue(reason) ? 1 : 0) + (SpeaksOf(batch, column, reason) ? 1 : 0);
                }
            }

            return count;
        }

        /// <summary>Writes all records, one after the other.</summary>
        protected void WriteRecords(Batch batch)
        {
            WriteIdentity(batch, NumbersOf(batch));
            if (!batch.TimesAreUnix)
            {
                WriteRecord("uptime", string.Empty, "s", 0, batch.TimesSeconds[batch.RowCount - 1], 0);
            }

            if (batch.IsSummary)
            {
                WriteRecord("thinned", string.Empty, "s", 0, batch.WindowSeconds, 0);
            }

            int zero = batch.TimesAreUnix ? 0 : batch.RowCount - 1;
            for (int row = 0; row < batch.RowCount; row++)
            {
                long seconds = batch.TimesSeconds[row] - batch.TimesSeconds[zero];
                if (batch.IsSummary)
                {
                    WriteRecord("samples", string.Empty, "count", seconds, batch.RowSamples[row], 0);
                }

                for (int column = 0; column < batch.ColumnCount; column++)
                {
                    WriteCell(batch, row, column, seconds);
                }
            }
        }

        /// <summary>Writes the first record: base name, base time (of a dated batch: its first row's), name and text.</summary>
        /// <param name="batch">The batch.</param>
        /// <param name="numbers">The text.</param>
        protected abstract void WriteIdentity(Batch batch, TextBuffer numbers);

        /// <summary>Writes one of the other records.</summary>
        /// <param name="name">The name, ASCII.</param>
        /// <param name="suffix">What follows the name, or empty.</param>
        /// <param name="unit">The unit, or null if the record has none.</param>
        /// <param name="seconds">The time; 0 is left out.</param>
        /// <param name="number">The value in units of 10^-decimals.</param>
        /// <param name="decimals">The value's decimals.</param>
        protected abstract void WriteRecord(string name, string suffix, string unit, long seconds, long number, int decimals);

        /// <summary>Whether a batch has a unit that asks for <see cref="SecondaryUnitsVersion"/>.</summary>
        protected static bool HasSecondaryUnit(Batch batch)
        {
            for (int i = 0; i < batch.ChannelCount; i++)
            {
                if (Quantities.HasSecondaryUnit(Channel.QuantityOf(batch.Channels[i])))
                {
                    return true;
                }
            }

            return false;
        }

        // A summary says it once for its three columns, and a raw value's is that of the corrected one beside it.
        private static bool SpeaksOf(Batch batch, int column, byte reason)
        {
            return reason != 0 && reason != Batch.NotDue && column % batch.ColumnsPerChannel == 0
                && !Channel.IsRaw(batch.Channels[column / batch.ColumnsPerChannel]);
        }

        private static string StatisticName(int statistic)
        {
            return statistic == 0 ? ".min" : statistic == 1 ? ".mean" : ".max";
        }

        private TextBuffer NumbersOf(Batch batch)
        {
            _numbers.Clear();
            _numbers.AppendInteger(batch.Epoch);
            _numbers.Append((byte)'.');
            _numbers.AppendInteger(batch.Boot);
            _numbers.Append((byte)'.');
            _numbers.AppendInteger(batch.FirstSample);
            _numbers.Append((byte)'.');
            _numbers.AppendInteger(batch.SampleCount);
            return _numbers;
        }

        private void WriteCell(Batch batch, int row, int column, long seconds)
        {
            int cell = batch.CellAt(row, column);
            byte reason = batch.Reasons[cell];
            int channel = batch.Channels[column / batch.ColumnsPerChannel];
            if (Batch.HasValue(reason))
            {
                Quantity quantity = Channel.QuantityOf(channel);
                WriteRecord(
                    _names.Of(channel),
                    batch.IsSummary ? StatisticName(column % batch.ColumnsPerChannel) : string.Empty,
                    Quantities.UnitOf(quantity),
                    seconds,
                    batch.Values[cell],
                    Quantities.DecimalsOf(quantity));
            }

            if (SpeaksOf(batch, column, reason))
            {
                long bits = Batch.HasValue(reason) ? (long)Batch.QualityOf(reason) << Qualities.FirstBit : 1L << (reason - 1);
                WriteRecord(_names.Of(channel), ".q", null, seconds, bits, 0);
            }
        }
    }
}
