using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Core.Batches
{
    /// <summary>Gathers samples until the batch is worth closing: by count, bytes, age or alarm.</summary>
    public sealed class BatchBuilder
    {
        private readonly int _samplesMax;
        private readonly int _fitting;
        private readonly int _ageMsMax;
        private readonly int[] _columnOf;
        private long _openedMs;
        private bool _isUrgent;

        /// <summary>A builder for a node's channels.</summary>
        /// <param name="channels">The channels of its samples.</param>
        /// <param name="samplesMax">Closes by count: as many samples at most, or fewer if they would not fit a message.</param>
        /// <param name="ageSecondsMax">Closes by age: as many seconds after the first sample.</param>
        public BatchBuilder(ChannelList channels, int samplesMax, int ageSecondsMax)
        {
            Batch = new Batch { ChannelCount = channels.Count };
            _columnOf = new int[channels.Count];
            for (int i = 0; i < channels.Count; i++)
            {
                _columnOf[i] = Insert(channels.At(i), i);
            }

            int fitting = channels.Count == 0 ? 1 : Limits.CellsPerBatchMax / channels.Count;
            _fitting = fitting < Limits.SamplesPerBatchMax ? fitting : Limits.SamplesPerBatchMax;
            _samplesMax = samplesMax < _fitting ? samplesMax : _fitting;
            _ageMsMax = ageSecondsMax * 1000;
        }

        /// <summary>The open batch; closed and read by the caller, then <see cref="Restart"/>.</summary>
        public Batch Batch { get; }

        /// <summary>Whether samples come faster than usual: then a batch takes all that it can hold, and is closed by its age.</summary>
        public bool IsFilling { get; set; }

        /// <summary>Uptime at which the open batch is to be closed for its age.</summary>
        public long WakeMs => Batch.RowCount == 0 ? long.MaxValue : _openedMs + _ageMsMax;

        /// <summary>Adds a sample. There is room: a batch that <see cref="IsDue"/> is closed before.</summary>
        public void Append(Sample sample, long uptimeMs)
        {
            if (Batch.RowCount == 0)
            {
                _openedMs = uptimeMs;
            }

            int row = Batch.RowCount++;
            Batch.TimesSeconds[row] = sample.UptimeSeconds;
            for (int i = 0; i < _columnOf.Length; i++)
            {
                int cell = Batch.CellAt(row, _columnOf[i]);
                Batch.Values[cell] = sample.Readings[i].Value;
                Batch.Reasons[cell] = sample.Due[i] ? Batch.ReasonOf(sample.Readings[i]) : Batch.NotDue;
            }
        }

        /// <summary>Has the batch closed with the samples it holds, or with the next one: an alarm does not wait.</summary>
        public void Hurry()
        {
            _isUrgent = true;
        }

        /// <summary>Whether the open batch is to be closed now.</summary>
        public bool IsDue(long uptimeMs)
        {
            return Batch.RowCount > 0
                && (_isUrgent || Batch.RowCount >= (IsFilling ? _fitting : _samplesMax) || uptimeMs >= WakeMs);
        }

        /// <summary>Opens the next batch.</summary>
        /// <param name="epoch">Its epoch.</param>
        /// <param name="boot">Its boot.</param>
        /// <param name="firstSample">The number of its first sample.</param>
        public void Restart(int epoch, int boot, int firstSample)
        {
            _isUrgent = false;
            Batch.Boot = boot;
            Batch.TimesAreUnix = false;
            Batch.RowCount = 0;
            Renumber(epoch, firstSample);
        }

        /// <summary>Gives the samples of the open batch other numbers: they were not told to anybody yet.</summary>
        public void Renumber(int epoch, int firstSample)
        {
            Batch.Epoch = epoch;
            Batch.FirstSample = firstSample;
        }

        // Columns are in the order of channel numbers, whatever the order of sensors: that makes them cheap to name.
        private int Insert(int channel, int count)
        {
            int column = 0;
            while (column < count && Batch.Channels[column] < channel)
            {
                column++;
            }

            for (int i = count; i > column; i--)
            {
                Batch.Channels[i] = Batch.Channels[i - 1];
            }

            for (int i = 0; i < count; i++)
            {
                if (_columnOf[i] >= column)
                {
                    _columnOf[i]++;
                }
            }

            Batch.Channels[column] = channel;
            return column;
        }
    }
}
