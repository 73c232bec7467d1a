using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Publishing
{
    /// <summary>Writes a batch as SenML CBOR (RFC 8428 section 6): the records of SenML JSON, one to one.</summary>
    /// <remarks>
    /// In diagnostic notation (RFC 8949 section 8):
    /// <code>
    /// [{-2: "ulm/v1/donau-07/", -3: 1795291200, 0: "batch", 3: "3.417.88231.10"},
    ///  {0: "temp", 1: "Cel", 2: 21.37}, {0: "rh", 1: "%RH", 2: 56.2}, {0: "press.q", 6: 60, 2: 1}]
    /// </code>
    /// A float is as short as it can be: rounded to the quantity's decimals it is the number of the JSON record.
    /// Which records these are, <see cref="SenmlWriter"/> says.
    /// </remarks>
    public sealed class SenmlCbor : SenmlWriter
    {
        // RFC 8428 table 4.
        private const int BaseVersion = -1;
        private const int BaseName = -2;
        private const int BaseTime = -3;
        private const int Name = 0;
        private const int Unit = 1;
        private const int Value = 2;
        private const int StringValue = 3;
        private const int Time = 6;

        private readonly CborBuffer _cbor = new CborBuffer(Limits.PayloadBytesMax);
        private readonly string _baseName;

        /// <summary>A writer for one node.</summary>
        /// <param name="baseName">The SenML base name, e.g. <c>ulm/v1/donau-07/</c>.</param>
        public SenmlCbor(string baseName)
        {
            _baseName = baseName;
        }

        /// <inheritdoc/>
        public override byte[] Memory => _cbor.Bytes;

        /// <inheritdoc/>
        public override ByteBuffer Write(Batch batch)
        {
            _cbor.Clear();
            _cbor.AppendArray(CountRecords(batch));
            WriteRecords(batch);
            return _cbor;
        }

        /// <inheritdoc/>
        protected override void WriteIdentity(Batch batch, TextBuffer numbers)
        {
            bool hasVersion = HasSecondaryUnit(batch);
            _cbor.AppendMap(3 + (batch.TimesAreUnix ? 1 : 0) + (hasVersion ? 1 : 0));
            if (hasVersion)
            {
                _cbor.AppendInteger(BaseVersion);
                _cbor.AppendInteger(SecondaryUnitsVersion);
            }

            _cbor.AppendInteger(BaseName);
            _cbor.AppendText(_baseName);
            if (batch.TimesAreUnix)
            {
                _cbor.AppendInteger(BaseTime);
                _cbor.AppendInteger(batch.TimesSeconds[0]);
            }

            _cbor.AppendInteger(Name);
            _cbor.AppendText("batch");
            _cbor.AppendInteger(StringValue);
            _cbor.AppendText(numbers.Length);
            _cbor.Append(numbers);
        }

        /// <inheritdoc/>
        protected override void WriteRecord(string name, string suffix, string unit, long seconds, long number, int decimals)
        {
            _cbor.AppendMap(2 + (unit == null ? 0 : 1) + (seconds == 0 ? 0 : 1));
            _cbor.AppendInteger(Name);
            _cbor.AppendText(name.Length + suffix.Length);
            _cbor.Append(name);
            _cbor.Append(suffix);
            if (unit != null)
            {
                _cbor.AppendInteger(Unit);
                _cbor.AppendText(unit);
            }

            if (seconds != 0)
            {
                _cbor.AppendInteger(Time);
                _cbor.AppendInteger(seconds);
            }

            _cbor.AppendInteger(Value);
            _cbor.AppendDecimal(number, decimals);
        }
    }
}
