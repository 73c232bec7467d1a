namespace UlmEdge.Core.Batches
{
    /// <summary>Consecutive samples of one boot, as numbers: a table of times by channels. Reused, never reallocated.</summary>
    /// <remarks>
    /// Invariant: 1 ≤ SampleCount × ChannelCount ≤ <see cref="Limits.CellsPerBatchMax"/>; sample i has the number
    /// FirstSample + i; times increase strictly; channels increase strictly.
    /// </remarks>
    public sealed class Batch
    {
        /// <summary>A cell's <see cref="Reasons"/> when its channel was not due at that time: neither value nor reason.</summary>
        public const byte NotDue = 255;

        /// <summary>The life of the journal; sample numbers are dense and unique within it.</summary>
        public int Epoch;

        /// <summary>The boot in which the samples were taken.</summary>
        public int Boot;

        /// <summary>Number of the first sample.</summary>
        public int FirstSample;

        /// <summary>Whether times are Unix seconds; else they are seconds of uptime of <see cref="Boot"/>.</summary>
        public bool TimesAreUnix;

        /// <summary>Rows.</summary>
        public int SampleCount;

        /// <summary>Columns.</summary>
        public int ChannelCount;

        /// <summary>The channel of each column (see <see cref="Readings.Channel"/>).</summary>
        public readonly int[] Channels = new int[Limits.ChannelsMax];

        /// <summary>The time of each row in seconds.</summary>
        public readonly long[] TimesSeconds = new long[Limits.SamplesPerBatchMax];

        /// <summary>Values, row by row; meaningless where there is a reason.</summary>
        public readonly int[] Values = new int[Limits.CellsPerBatchMax];

        /// <summary>0 where there is a value, an <see cref="Ports.Absence"/>, or <see cref="NotDue"/>; row by row.</summary>
        public readonly byte[] Reasons = new byte[Limits.CellsPerBatchMax];

        /// <summary>The index of a cell in <see cref="Values"/> and <see cref="Reasons"/>.</summary>
        public int CellAt(int row, int column)
        {
            return (row * ChannelCount) + column;
        }
    }
}
