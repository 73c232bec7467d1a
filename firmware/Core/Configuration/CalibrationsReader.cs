namespace UlmEdge.Core.Configuration
{
    /// <summary>Reads how values are corrected.</summary>
    internal sealed class CalibrationsReader : RuleListReader
    {
        private CalibrationSettings _rule;

        /// <summary>A reader of a text.</summary>
        public CalibrationsReader(JsonReader json, Complaints complaints)
            : base(json, complaints, "calibrations", "[{\"channel\":\"temp\",\"offset\":-0.4}]", Limits.CalibrationsMax)
        {
        }

        /// <inheritdoc/>
        protected override object Begin()
        {
            _rule = new CalibrationSettings();
            return _rule;
        }

        /// <inheritdoc/>
        protected override bool ReadField(string name, string path)
        {
            switch (name)
            {
                case "channel": return Fields.ReadText(path, ref _rule.Channel);
                case "offset": return Fields.ReadDecimal(path, 3, Limits.OffsetMax, ref _rule.OffsetThousandths);
                case "slope": return Fields.ReadDecimal(path, 4, Limits.SlopeMax, ref _rule.SlopeTenThousandths);
                case "date": return Fields.ReadText(path, ref _rule.Date);
                case "by": return Fields.ReadText(path, ref _rule.By);
                default: return Fields.SkipUnknown(path);
            }
        }

        /// <inheritdoc/>
        protected override string Fault()
        {
            return _rule.Channel == null ? "calibrations.channel is missing; it says which values are corrected"
                : _rule.SlopeTenThousandths <= 0 ? "calibrations.slope must be more than 0"
                : !Names.IsCalibrator(_rule.By) ? "calibrations.by must say who compared, in 1 to " +
                    Limits.CalibratorCharactersMax.ToString() + " of a-z, A-Z, 0-9, space, point and hyphen"
                : !Names.IsDate(_rule.Date) ? "calibrations.date must be a day such as 2026-11-20"
                : null;
        }
    }
}
