using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Journal
{
    /// <summary>Makes few batches of many: the same samples closer together, or summaries of stretches of time.</summary>
    /// <remarks>
    /// Samples share a batch only if they are of one boot, one kind of time and the same channels, without a missing number
    /// between them. A row of a summary lies within one window of its kind of time; values that are absent do not enter it, and
    /// what speaks against one of its values speaks against all three that it has.
    /// </remarks>
    public sealed class Condenser
    {
        private readonly long[] _sums = new long[Limits.ChannelsMax];
        private readonly int[] _weights = new int[Limits.ChannelsMax];
        private int _rowsMax;
        private int _nextRow;
        private int _sample;

        /// <summary>The batch being filled.</summary>
        public Batch Output { get; } = new Batch();

        /// <summary>Whether the output has rows.</summary>
        public bool HasRows => Output.RowCount > 0;

        /// <summary>Begins to make batches with rows of this length, 0 for none.</summary>
        public void Restart(int windowSeconds)
        {
            Output.WindowSeconds = windowSeconds;
            Clear();
        }

        /// <summary>Empties the output for the next batch.</summary>
        public void Clear()
        {
            Output.RowCount = 0;
        }

        /// <summary>
        /// Takes rows of a batch, from the first that was not taken, as long as they fit the output. When not all fit, the
        /// output is to be written and cleared, and the same batch given again.
        /// </summary>
        /// <param name="input">A plain batch, or a summary of shorter rows.</param>
        /// <param name="isNew">Whether this is not the batch of the call before.</param>
        /// <returns>True when all rows were taken.</returns>
        public bool TryTake(Batch input, bool isNew)
        {
            if (isNew)
            {
                _nextRow = 0;
                _sample = input.FirstSample;
            }

            for (; _nextRow < input.RowCount; _nextRow++)
            {
                if (!HasRows)
                {
                    Begin(input, _sample);
                }
                else if (!Matches(input, _sample))
                {
                    return false;
                }

                if (!Take(input, _nextRow))
                {
                    return false;
                }

                _sample += input.SamplesOf(_nextRow);
            }

            return true;
        }

        private void Begin(Batch input, int sample)
        {
            Output.Epoch = input.Epoch;
            Output.Boot = input.Boot;
            Output.FirstSample = sample;
            Output.TimesAreUnix = input.TimesAreUnix;
            Output.ChannelCount = input.ChannelCount;
            for (int i = 0; i < input.ChannelCount; i++)
            {
                Output.Channels[i] = input.Channels[i];
            }

            int fitting = Limits.CellsPerBatchMax / Output.ColumnCount;
            _rowsMax = fitting < Limits.SamplesPerBatchMax ? fitting : Limits.SamplesPerBatchMax;
        }

        private bool Matches(Batch input, int sample)
        {
            bool matches = Output.Boot == input.Boot && Output.TimesAreUnix == input.TimesAreUnix
                && Output.ChannelCount == input.ChannelCount && Output.EndSample == sample
                && input.TimesSeconds[_nextRow] > Output.TimesSeconds[Output.RowCount - 1];
            for (int i = 0; i < Output.ChannelCount && matches; i++)
            {
                matches = Output.Channels[i] == input.Channels[i];
            }

            return matches;
        }

        // False if the row needs a place that the output does not have.
        private bool Take(Batch input, int row)
        {
            int last = Output.RowCount - 1;
            bool joins = Output.IsSummary && HasRows
                && input.TimesSeconds[row] / Output.WindowSeconds == Output.TimesSeconds[last] / Output.WindowSeconds
                && Output.RowSamples[last] + input.SamplesOf(row) <= Limits.SamplesPerRowMax;
            if (!joins && Output.RowCount == _rowsMax)
            {
                return false;
            }

            if (!joins)
            {
                last = Output.RowCount++;
                Output.TimesSeconds[last] = input.TimesSeconds[row];
                Output.RowSamples[last] = 0;
            }

            Output.RowSamples[last] += input.SamplesOf(row);
            for (int channel = 0; channel < input.ChannelCount; channel++)
            {
                if (Output.IsSummary)
                {
                    Summarize(input, row, channel, last, !joins);
                }
                else
                {
                    Output.Values[Output.CellAt(last, channel)] = input.Values[input.CellAt(row, channel)];
                    Output.Reasons[Output.CellAt(last, channel)] = input.Reasons[input.CellAt(row, channel)];
                }
            }

            return true;
        }

        private void Summarize(Batch input, int row, int channel, int last, bool isFirst)
        {
            int from = input.CellAt(row, channel * input.ColumnsPerChannel);
            int to = Output.CellAt(last, channel * Output.ColumnsPerChannel);
            if (isFirst)
            {
                _weights[channel] = 0;
                _sums[channel] = 0;
            }

            byte reason = input.Reasons[from];
            if (!Batch.HasValue(reason))
            {
                for (int i = 0; i < Output.ColumnsPerChannel && _weights[channel] == 0; i++)
                {
                    // Of two reasons the one that says more stays: a channel that is not due has none.
                    Output.Reasons[to + i] = isFirst || reason != Batch.NotDue ? reason : Output.Reasons[to + i];
                }

                return;
            }

            int minimum = input.Values[from];
            int maximum = input.Values[input.IsSummary ? from + 2 : from];
            bool any = _weights[channel] > 0;
            Output.Values[to] = any && Output.Values[to] < minimum ? Output.Values[to] : minimum;
            Output.Values[to + 2] = any && Output.Values[to + 2] > maximum ? Output.Values[to + 2] : maximum;
            _weights[channel] += input.SamplesOf(row);
            _sums[channel] += (long)input.SamplesOf(row) * input.Values[input.IsSummary ? from + 1 : from];
            Output.Values[to + 1] = Rounded(_sums[channel], _weights[channel]);
            Output.Reasons[to] = any ? (byte)(Output.Reasons[to] | reason) : reason;
            Output.Reasons[to + 1] = 0;
            Output.Reasons[to + 2] = 0;
        }

        private static int Rounded(long sum, int count)
        {
            long half = sum < 0 ? -(count / 2) : count / 2;
            return (int)((sum + half) / count);
        }
    }
}
