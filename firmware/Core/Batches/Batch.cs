using UlmEdge.Ports;

namespace UlmEdge.Core.Batches
{
    /// <summary>Consecutive samples of one boot, as numbers: a table of times by channels. Reused, never reallocated.</summary>
    /// <remarks>
    /// A plain batch has a row per sample and a column per channel. A summary has a row per stretch of time and three
    /// columns per channel: minimum, mean and maximum of the samples of the row.
    /// Invariant: 1 ≤ RowCount × ColumnCount ≤ <see cref="Limits.CellsPerBatchMax"/>; the rows' samples are dense from
    /// FirstSample on; times increase strictly; channels increase strictly.
    /// </remarks>
    public sealed class Batch
    {
        /// <summary>A cell's <see cref="Reasons"/> when its channel was not due at that time: neither value nor reason.</summary>
        public const byte NotDue = 255;

        /// <summary>
        /// From here on a cell's <see cref="Reasons"/> say that it has a value, and with their lower bits what speaks against it.
        /// </summary>
        public const byte Doubtful = 1 << Qualities.Bits;

        /// <summary>The life of the journal; sample numbers are dense and unique within it.</summary>
        public int Epoch;

        /// <summary>The boot in which the samples were taken.</summary>
        public int Boot;

        /// <summary>Number of the first sample.</summary>
        public int FirstSample;

        /// <summary>Whether times are Unix seconds; else they are seconds of uptime of <see cref="Boot"/>.</summary>
        public bool TimesAreUnix;

        /// <summary>0 for a plain batch, else the seconds that a row sums up.</summary>
        public int WindowSeconds;

        /// <summary>Rows.</summary>
        public int RowCount;

        /// <summary>Channels.</summary>
        public int ChannelCount;

        /// <summary>The channels (see <see cref="Readings.Channel"/>).</summary>
        public readonly int[] Channels = new int[Limits.ChannelsMax];

        /// <summary>The samples that each row of a summary stands for; meaningless in a plain batch.</summary>
        public readonly int[] RowSamples = new int[Limits.SamplesPerBatchMax];

        /// <summary>The time of each row in seconds; a summary's is that of the row's first sample.</summary>
        public readonly long[] TimesSeconds = new long[Limits.SamplesPerBatchMax];

        /// <summary>Values, row by row; meaningless where there is a reason.</summary>
        public readonly int[] Values = new int[Limits.CellsPerBatchMax];

        /// <summary>
        /// 0 where there is a value, <see cref="Doubtful"/> and a <see cref="Quality"/> where something speaks against it, an
        /// <see cref="Absence"/>, or <see cref="NotDue"/>; row by row.
        /// </summary>
        public readonly byte[] Reasons = new byte[Limits.CellsPerBatchMax];

        /// <summary>Whether rows are minima, means and maxima of several samples.</summary>
        public bool IsSummary => WindowSeconds != 0;

        /// <summary>Columns of a channel: 1, or 3 in a summary.</summary>
        public int ColumnsPerChannel => IsSummary ? 3 : 1;

        /// <summary>Columns.</summary>
        public int ColumnCount => ChannelCount * ColumnsPerChannel;

        /// <summary>Samples that the rows stand for.</summary>
        public int SampleCount
        {
            get
            {
                int count = 0;
                for (int row = 0; row < RowCount; row++)
                {
                    count += SamplesOf(row);
                }

                return count;
            }
        }

        /// <summary>One after the number of the last sample.</summary>
        public int EndSample => FirstSample + SampleCount;

        /// <summary>Whether a cell with these <see cref="Reasons"/> has a value.</summary>
        public static bool HasValue(byte reason)
        {
            return reason == 0 || (reason >= Doubtful && reason != NotDue);
        }

        /// <summary>What speaks against the value of a cell with these <see cref="Reasons"/>.</summary>
        public static Quality QualityOf(byte reason)
        {
            return HasValue(reason) ? (Quality)(reason & (Doubtful - 1)) : Quality.Good;
        }

        /// <summary>The <see cref="Reasons"/> of a reading.</summary>
        public static byte ReasonOf(Reading reading)
        {
            return reading.Absence != Absence.None ? (byte)reading.Absence
                : reading.Quality == Quality.Good ? (byte)0
                : (byte)(Doubtful | (byte)reading.Quality);
        }

        /// <summary>Leaves only the rows all of whose samples lie within a range.</summary>
        /// <param name="first">First sample of the range.</param>
        /// <param name="end">One after its last.</param>
        public void Keep(int first, int end)
        {
            int from = 0;
            while (from < RowCount && FirstSample < first)
            {
                FirstSample += SamplesOf(from++);
            }

            int sample = FirstSample;
            int until = from;
            while (until < RowCount && sample + SamplesOf(until) <= end)
            {
                sample += SamplesOf(until++);
            }

            RowCount = until - from;
            for (int row = 0; from > 0 && row < RowCount; row++)
            {
                TimesSeconds[row] = TimesSeconds[from + row];
                RowSamples[row] = RowSamples[from + row];
                for (int column = 0; column < ColumnCount; column++)
                {
                    Values[CellAt(row, column)] = Values[CellAt(from + row, column)];
                    Reasons[CellAt(row, column)] = Reasons[CellAt(from + row, column)];
                }
            }
        }

        /// <summary>The samples that a row stands for.</summary>
        public int SamplesOf(int row)
        {
            return IsSummary ? RowSamples[row] : 1;
        }

        /// <summary>The index of a cell in <see cref="Values"/> and <see cref="Reasons"/>.</summary>
        public int CellAt(int row, int column)
        {
            return (row * ColumnCount) + column;
        }
    }
}
