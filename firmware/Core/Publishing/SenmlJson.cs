using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Publishing
{
    /// <summary>Writes a batch as SenML JSON (RFC 8428 section 5).</summary>
    /// <remarks>
    /// <code>
    /// [{"bn":"ulm/v1/donau-07/","bt":1795291200,"n":"batch","vs":"3.417.88231.10"},
    ///  {"n":"temp","u":"Cel","v":21.37},{"n":"rh","u":"%RH","v":56.2},{"n":"press.q","v":1,"t":60}]
    /// </code>
    /// Which records these are, <see cref="SenmlWriter"/> says.
    /// </remarks>
    public sealed class SenmlJson : SenmlWriter
    {
        private readonly TextBuffer _text = new TextBuffer(Limits.PayloadBytesMax);
        private readonly string _identity;

        /// <summary>A writer for one node.</summary>
        /// <param name="baseName">The SenML base name, e.g. <c>ulm/v1/donau-07/</c>; needs no escaping.</param>
        public SenmlJson(string baseName)
        {
            _identity = "\"bn\":\"" + baseName + "\"";
        }

        /// <inheritdoc/>
        public override byte[] Memory => _text.Bytes;

        /// <inheritdoc/>
        public override ByteBuffer Write(Batch batch)
        {
            _text.Clear();
            WriteRecords(batch);
            _text.Append((byte)']');
            return _text;
        }

        /// <inheritdoc/>
        protected override void WriteIdentity(Batch batch, TextBuffer numbers)
        {
            _text.Append("[{");
            if (HasSecondaryUnit(batch))
            {
                _text.Append("\"bver\":");
                _text.AppendInteger(SecondaryUnitsVersion);
                _text.Append((byte)',');
            }

            _text.Append(_identity);
            if (batch.TimesAreUnix)
            {
                _text.Append(",\"bt\":");
                _text.AppendInteger(batch.TimesSeconds[0]);
            }

            _text.Append(",\"n\":\"batch\",\"vs\":\"");
            _text.Append(numbers);
            _text.Append("\"}");
        }

        /// <inheritdoc/>
        protected override void WriteRecord(string name, string suffix, string unit, long seconds, long number, int decimals)
        {
            _text.Append(",{\"n\":\"");
            _text.Append(name);
            _text.Append(suffix);
            if (unit == null)
            {
                _text.Append("\",\"v\":");
                _text.AppendDecimal(number, decimals);
                WriteTime(seconds);
            }
            else
            {
                _text.Append("\",\"u\":\"");
                _text.Append(unit);
                _text.Append((byte)'"');
                WriteTime(seconds);
                _text.Append(",\"v\":");
                _text.AppendDecimal(number, decimals);
            }

            _text.Append((byte)'}');
        }

        private void WriteTime(long seconds)
        {
            if (seconds != 0)
            {
                _text.Append(",\"t\":");
                _text.AppendInteger(seconds);
            }
        }
    }
}
