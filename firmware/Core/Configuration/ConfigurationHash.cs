using UlmEdge.Core.Batches;
using UlmEdge.Core.Publishing;

namespace UlmEdge.Core.Configuration
{
    /// <summary>Tells one effective configuration from another, in eight digits: CRC-32 of its fields, without user and password.</summary>
    public static class ConfigurationHash
    {
        private const int BytesMax = 1536;

        /// <summary>The hash as eight hexadecimal digits.</summary>
        public static string Of(NodeConfiguration configuration)
        {
            TextBuffer text = new TextBuffer(BytesMax);
            Add(text, configuration.NodeId);
            Add(text, configuration.Root);
            Add(text, configuration.Board);
            foreach (BrokerSettings broker in configuration.Brokers)
            {
                Add(text, broker.Host);
                Add(text, broker.Port);
                Add(text, broker.IsEncrypted ? 1 : 0);
            }

            Add(text, configuration.TrustFiles);
            Add(text, configuration.CertificateFile);
            Add(text, configuration.TimeServer);
            Add(text, configuration.Payload);
            Add(text, configuration.Sensors);
            Add(text, configuration.HomeAssistant ? 1 : 0);
            Add(text, configuration.SampleSeconds);
            Add(text, configuration.BatchSamples);
            Add(text, configuration.BatchSeconds);
            Add(text, configuration.HealthSeconds);
            Add(text, configuration.Window);
            Add(text, configuration.TimeFloorUnixSeconds);
            Add(text, configuration.JournalSegments);
            byte[] bytes = text.ToArray();
            return Crc32.Compute(bytes, 0, bytes.Length).ToString("X8").ToLower();
        }

        private static void Add(TextBuffer text, string[] fields)
        {
            foreach (string field in fields)
            {
                Add(text, field);
            }
        }

        private static void Add(TextBuffer text, string field)
        {
            text.Append(field == null ? "-" : field);
            text.Append(";");
        }

        private static void Add(TextBuffer text, int field)
        {
            text.AppendInteger(field);
            text.Append(";");
        }
    }
}
