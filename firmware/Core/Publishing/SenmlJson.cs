using UlmEdge.Core.Batches;
using UlmEdge.Core.Readings;

namespace UlmEdge.Core.Publishing
{
    /// <summary>Writes a batch as SenML JSON (RFC 8428): an identity record, then one record per value, row by row.</summary>
    /// <remarks>
    /// <code>
    /// [{"bn":"ulm/v1/donau-07/","bt":1795291200,"n":"batch","vs":"3.417.88231.10"},
    ///  {"n":"temp","u":"Cel","v":21.37},{"n":"rh","u":"%RH","v":56.2},{"n":"press.q","v":1,"t":60}]
    /// </code>
    /// <c>vs</c> is epoch.boot.firstSample.count: the i-th distinct time is sample firstSample + i. A reading without a
    /// value has a <c>.q</c> record with bit <c>reason - 1</c> set, and no value record.
    /// A summary has a record <c>thinned</c> with the seconds that a row sums up, then per row a record <c>samples</c> with how
    /// many it stands for, and <c>temp.min</c>, <c>temp.mean</c>, <c>temp.max</c> instead of <c>temp</c>. A batch without a date
    /// has no <c>bt</c>, a record <c>uptime</c> with its boot's uptime at its last row, and times up to that row, 0 and below.
    /// The channels' names never change, so their text is kept: writing a batch leaves no garbage.
    /// </remarks>
    public sealed class SenmlJson
    {
        private readonly TextBuffer _text = new TextBuffer(Limits.PayloadBytesMax);
        private readonly string _prefix;
        private readonly int[] _channels = new int[Limits.ChannelsMax];
        private readonly string[] _names = new string[Limits.ChannelsMax];
        private int _known;

        /// <summary>A writer for one node.</summary>
        /// <param name="baseName">The SenML base name, e.g. <c>ulm/v1/donau-07/</c>; needs no escaping.</param>
        public SenmlJson(string baseName)
        {
            _prefix = "[{\"bn\":\"" + baseName + "\"";
        }

        /// <summary>Writes a batch. Times that are not Unix seconds become relative to the last row, with its uptime beside.</summary>
        /// <returns>The text, valid until the next call; overflowed if the batch was larger than the limits allow.</returns>
        public TextBuffer Write(Batch batch)
        {
            _text.Clear();
            WriteIdentity(batch);
            int zero = batch.TimesAreUnix ? 0 : batch.RowCount - 1;
            for (int row = 0; row < batch.RowCount; row++)
            {
                long seconds = batch.TimesSeconds[row] - batch.TimesSeconds[zero];
                if (batch.IsSummary)
                {
                    WriteRowSamples(batch.RowSamples[row], seconds);
                }

                for (int column = 0; column < batch.ColumnCount; column++)
                {
                    WriteCell(batch, row, column, seconds);
                }
            }

            _text.Append((byte)']');
            return _text;
        }

        private void WriteIdentity(Batch batch)
        {
            _text.Append(_prefix);
            if (batch.TimesAreUnix)
            {
                _text.Append(",\"bt\":");
                _text.Append(batch.TimesSeconds[0]);
            }

            _text.Append(",\"n\":\"batch\",\"vs\":\"");
            _text.Append((long)batch.Epoch);
            _text.Append((byte)'.');
            _text.Append((long)batch.Boot);
            _text.Append((byte)'.');
            _text.Append((long)batch.FirstSample);
            _text.Append((byte)'.');
            _text.Append((long)batch.SampleCount);
            _text.Append("\"}");
            if (!batch.TimesAreUnix)
            {
                WriteSeconds("uptime", batch.TimesSeconds[batch.RowCount - 1]);
            }

            if (batch.IsSummary)
            {
                WriteSeconds("thinned", batch.WindowSeconds);
            }
        }

        private void WriteSeconds(string name, long seconds)
        {
            _text.Append(",{\"n\":\"");
            _text.Append(name);
            _text.Append("\",\"u\":\"s\",\"v\":");
            _text.Append(seconds);
            _text.Append((byte)'}');
        }

        private void WriteRowSamples(int samples, long seconds)
        {
            _text.Append(",{\"n\":\"samples\",\"u\":\"count\"");
            WriteTime(seconds);
            _text.Append(",\"v\":");
            _text.Append((long)samples);
            _text.Append((byte)'}');
        }

        private void WriteCell(Batch batch, int row, int column, long seconds)
        {
            int channel = batch.Channels[column / batch.ColumnsPerChannel];
            int statistic = column % batch.ColumnsPerChannel;
            byte reason = batch.Reasons[batch.CellAt(row, column)];
            if (reason == Batch.NotDue || (reason != 0 && statistic != 0))
            {
                return;
            }

            _text.Append(",{\"n\":\"");
            _text.Append(NameOf(channel));
            if (reason != 0)
            {
                _text.Append(".q\",\"v\":");
                _text.Append(1L << (reason - 1));
                WriteTime(seconds);
            }
            else
            {
                _text.Append(batch.IsSummary ? StatisticName(statistic) : string.Empty);
                _text.Append("\",\"u\":\"");
                _text.Append(Quantities.UnitOf(Channel.QuantityOf(channel)));
                _text.Append((byte)'"');
                WriteTime(seconds);
                _text.Append(",\"v\":");
                _text.AppendDecimal(batch.Values[batch.CellAt(row, column)], Quantities.DecimalsOf(Channel.QuantityOf(channel)));
            }

            _text.Append((byte)'}');
        }

        private static string StatisticName(int statistic)
        {
            return statistic == 0 ? ".min" : statistic == 1 ? ".mean" : ".max";
        }

        private void WriteTime(long seconds)
        {
            if (seconds != 0)
            {
                _text.Append(",\"t\":");
                _text.Append(seconds);
            }
        }

        private string NameOf(int channel)
        {
            for (int i = 0; i < _known; i++)
            {
                if (_channels[i] == channel)
                {
                    return _names[i];
                }
            }

            if (_known == _names.Length)
            {
                _known = 0; // Another configuration's channels fill the memory: start anew.
            }

            _channels[_known] = channel;
            _names[_known] = Channel.NameOf(channel);
            return _names[_known++];
        }
    }
}
