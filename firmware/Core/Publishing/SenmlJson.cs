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
            _prefix = "[{\"bn\":\"" + baseName + "\",\"bt\":";
        }

        /// <summary>Writes a batch whose times are Unix seconds.</summary>
        /// <returns>The text, valid until the next call; overflowed if the batch was larger than the limits allow.</returns>
        public TextBuffer Write(Batch batch)
        {
            _text.Clear();
            WriteIdentity(batch);
            for (int row = 0; row < batch.SampleCount; row++)
            {
                long seconds = batch.TimesSeconds[row] - batch.TimesSeconds[0];
                for (int column = 0; column < batch.ChannelCount; column++)
                {
                    WriteCell(batch, batch.CellAt(row, column), batch.Channels[column], seconds);
                }
            }

            _text.Append((byte)']');
            return _text;
        }

        private void WriteIdentity(Batch batch)
        {
            _text.Append(_prefix);
            _text.Append(batch.TimesSeconds[0]);
            _text.Append(",\"n\":\"batch\",\"vs\":\"");
            _text.Append((long)batch.Epoch);
            _text.Append((byte)'.');
            _text.Append((long)batch.Boot);
            _text.Append((byte)'.');
            _text.Append((long)batch.FirstSample);
            _text.Append((byte)'.');
            _text.Append((long)batch.SampleCount);
            _text.Append("\"}");
        }

        private void WriteCell(Batch batch, int cell, int channel, long seconds)
        {
            byte reason = batch.Reasons[cell];
            if (reason == Batch.NotDue)
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
                _text.Append("\",\"u\":\"");
                _text.Append(Quantities.UnitOf(Channel.QuantityOf(channel)));
                _text.Append((byte)'"');
                WriteTime(seconds);
                _text.Append(",\"v\":");
                _text.AppendDecimal(batch.Values[cell], Quantities.DecimalsOf(Channel.QuantityOf(channel)));
            }

            _text.Append((byte)'}');
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
