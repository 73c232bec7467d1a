namespace UlmEdge.Core.Configuration
{
    /// <summary>Reads what does not wait for its batch.</summary>
    internal sealed class AlarmsReader : RuleListReader
    {
        private AlarmSettings _rule;
        private int _thresholds;
        private bool _hasNumber;

        /// <summary>A reader of a text.</summary>
        public AlarmsReader(JsonReader json, Complaints complaints)
            : base(json, complaints, "alarms", "[{\"channel\":\"pm10\",\"above\":50}]", Limits.AlarmsMax)
        {
        }

        /// <inheritdoc/>
        protected override object Begin()
        {
            _rule = new AlarmSettings();
            _thresholds = 0;
            _hasNumber = false;
            return _rule;
        }

        /// <inheritdoc/>
        protected override bool ReadField(string name, string path)
        {
            switch (name)
            {
                case "channel": return Fields.ReadText(path, ref _rule.Channel);
                case "above": return ReadThreshold(path, AlarmKind.Above);
                case "below": return ReadThreshold(path, AlarmKind.Below);
                case "rise": return ReadThreshold(path, AlarmKind.Rise);
                case "fall": return ReadThreshold(path, AlarmKind.Fall);
                case "within":
                    return Fields.ReadInteger(path, Limits.SampleSecondsMin, Limits.SampleSecondsMax, ref _rule.WithinSeconds);
                case "sampleSeconds":
                    return Fields.ReadInteger(path, Limits.SampleSecondsMin, Limits.SampleSecondsMax, ref _rule.SampleSeconds);
                default: return Fields.SkipUnknown(path);
            }
        }

        /// <inheritdoc/>
        protected override string Fault()
        {
            return _rule.Channel == null ? "alarms.channel is missing; it says which values are meant"
                : _thresholds != 1 ? "alarms must have one of above, below, rise and fall each"
                : !_hasNumber ? "alarms: " + _rule.Channel + " has no threshold"
                : _rule.Kind >= AlarmKind.Rise && _rule.Thousandths <= 0 ? "alarms.rise and alarms.fall must be more than 0"
                : null;
        }

        private bool ReadThreshold(string path, AlarmKind kind)
        {
            const int none = int.MinValue;
            int thousandths = none;
            bool isJson = Fields.ReadDecimal(path, 3, Limits.ThresholdMax, ref thousandths);
            _hasNumber = thousandths != none;
            _rule.Thousandths = thousandths;
            _rule.Kind = kind;
            _thresholds++;
            return isJson;
        }
    }
}
