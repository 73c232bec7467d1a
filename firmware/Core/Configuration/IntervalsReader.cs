namespace UlmEdge.Core.Configuration
{
    /// <summary>Reads when single sensors are sampled.</summary>
    internal sealed class IntervalsReader : RuleListReader
    {
        private IntervalSettings _rule;

        /// <summary>A reader of a text.</summary>
        public IntervalsReader(JsonReader json, Complaints complaints)
            : base(json, complaints, "intervals", "[{\"sensor\":\"sds011\",\"seconds\":300}]", Limits.SensorsConfiguredMax)
        {
        }

        /// <inheritdoc/>
        protected override object Begin()
        {
            _rule = new IntervalSettings();
            return _rule;
        }

        /// <inheritdoc/>
        protected override bool ReadField(string name, string path)
        {
            switch (name)
            {
                case "sensor": return Fields.ReadText(path, ref _rule.Sensor);
                case "seconds":
                    return Fields.ReadInteger(path, Limits.SampleSecondsMin, Limits.SampleSecondsMax, ref _rule.Seconds);
                case "phase": return Fields.ReadInteger(path, 0, Limits.SampleSecondsMax, ref _rule.PhaseSeconds);
                default: return Fields.SkipUnknown(path);
            }
        }

        /// <inheritdoc/>
        protected override string Fault()
        {
            return _rule.Sensor == null ? "intervals.sensor is missing; it says which sensor is meant" : null;
        }
    }
}
