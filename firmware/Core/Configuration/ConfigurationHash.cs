using UlmEdge.Core.Batches;
using UlmEdge.Core.Publishing;

namespace UlmEdge.Core.Configuration
{
    /// <summary>Tells two configurations apart without showing either: a checksum over all fields but the secret ones.</summary>
    public static class ConfigurationHash
    {
        private const int BytesMax = Limits.ConfigurationBytesMax; // No rule is longer here than in the file.
        private const string Digits = "0123456789abcdef";

        /// <summary>The checksum of a configuration.</summary>
        public static uint Of(NodeConfiguration configuration)
        {
            TextBuffer text = new TextBuffer(BytesMax);
            Add(text, configuration.NodeId);
            Add(text, configuration.Root);
            Add(text, configuration.Board);
            Add(text, configuration.TimeServer);
            Add(text, configuration.Payload);
            Add(text, configuration.CertificateFile);
            Add(text, configuration.KeyFile);
            Add(text, configuration.HomeAssistant ? 1 : 0);
            Add(text, configuration.SampleSeconds);
            Add(text, configuration.BatchSamples);
            Add(text, configuration.BatchSeconds);
            Add(text, configuration.HealthSeconds);
            Add(text, configuration.Window);
            Add(text, configuration.TimeFloorUnixSeconds);
            Add(text, configuration.JournalSegments);
            foreach (string file in configuration.TrustFiles)
            {
                Add(text, file);
            }

            foreach (string sensor in configuration.Sensors)
            {
                Add(text, sensor);
            }

            foreach (BrokerSettings broker in configuration.Brokers)
            {
                Add(text, broker.Host);
                Add(text, broker.Port);
                Add(text, broker.IsEncrypted ? 1 : 0);
                Add(text, broker.User);
            }

            uint checksum = Crc32.Compute(text.Bytes, 0, text.Length);
            text.Clear();
            AddRules(text, configuration);
            return text.Length == 0 ? checksum : checksum ^ Crc32.Compute(text.Bytes, 0, text.Length);
        }

        private static void AddRules(TextBuffer text, NodeConfiguration configuration)
        {
            foreach (IntervalSettings rule in configuration.Intervals)
            {
                Add(text, rule.Sensor);
                Add(text, rule.Seconds);
                Add(text, rule.PhaseSeconds);
            }

            foreach (CalibrationSettings rule in configuration.Calibrations)
            {
                Add(text, rule.Channel);
                Add(text, rule.OffsetThousandths);
                Add(text, rule.SlopeTenThousandths);
                Add(text, rule.Date);
                Add(text, rule.By);
            }

            foreach (AlarmSettings rule in configuration.Alarms)
            {
                Add(text, rule.Channel);
                Add(text, (int)rule.Kind);
                Add(text, rule.Thousandths);
                Add(text, rule.WithinSeconds);
                Add(text, rule.SampleSeconds);
            }
        }

        /// <summary>A checksum as eight hexadecimal digits.</summary>
        public static string Text(uint checksum)
        {
            char[] digits = new char[8];
            for (int i = 0; i < digits.Length; i++)
            {
                digits[i] = Digits[(int)(long)((checksum >> (28 - (4 * i))) & 15)];
            }

            return new string(digits);
        }

        private static void Add(TextBuffer text, string field)
        {
            text.Append(field ?? string.Empty);
            text.Append((byte)'\n');
        }

        private static void Add(TextBuffer text, int field)
        {
            text.AppendInteger(field);
            text.Append((byte)'\n');
        }
    }
}
