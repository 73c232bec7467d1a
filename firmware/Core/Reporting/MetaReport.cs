using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Core.Reporting
{
    /// <summary>Writes what the node is, measures, sends and keeps, as JSON: for programs, and in words for people.</summary>
    /// <remarks>
    /// It says nothing of networks, brokers or people. With very many channels it leaves out, for all of them, how they were
    /// calibrated, and if need be what their units say already: the quantity.
    /// </remarks>
    public sealed class MetaReport
    {
        private const int Whole = 2;

        private readonly NodeConfiguration _configuration;
        private readonly BrokerChoice _choice;
        private readonly ISensor[] _sensors;
        private readonly Sampler _sampler;

        /// <summary>A writer for one node.</summary>
        /// <param name="configuration">What it was told.</param>
        /// <param name="choice">Tells whether the connection is encrypted.</param>
        /// <param name="sensors">What is fitted.</param>
        /// <param name="sampler">Tells the channels, in the order of the sensors and their quantities.</param>
        public MetaReport(NodeConfiguration configuration, BrokerChoice choice, ISensor[] sensors, Sampler sampler)
        {
            _configuration = configuration;
            _choice = choice;
            _sensors = sensors;
            _sampler = sampler;
        }

        /// <summary>Writes it, at most <see cref="Limits.MetaBytesMax"/> bytes, in the place of what the buffer held.</summary>
        public void Write(TextBuffer text)
        {
            int detail = Whole;
            do
            {
                Write(text, detail--);
            }
            while (IsTooLong(text) && detail >= 0);
        }

        private static bool IsTooLong(TextBuffer text)
        {
            return text.Overflowed || text.Length > Limits.MetaBytesMax;
        }

        private void Write(TextBuffer text, int detail)
        {
            text.Clear();
            text.Append("{\"contract\":\"" + FirmwareVersion.Contract + "\"");
            JsonText.AppendField(text, "firmware", FirmwareVersion.Text);
            JsonText.AppendField(text, "board", _configuration.Board ?? "unknown");
            JsonText.AppendField(text, "payload", _configuration.Payload);
            JsonText.AppendField(text, "sampleSeconds", _configuration.SampleSeconds);
            JsonText.AppendField(text, "batchSamples", _configuration.BatchSamples);
            JsonText.AppendField(text, "batchSeconds", _configuration.BatchSeconds);
            JsonText.AppendName(text, "channels");
            WriteChannels(text, detail);
            JsonText.AppendName(text, "keeps");
            text.Append("{\"segments\":");
            text.AppendInteger(_configuration.JournalSegments);
            JsonText.AppendField(text, "bytes", (long)_configuration.JournalSegments * Limits.SegmentBytesMax);
            text.Append("},\"encrypted\":");
            text.Append(_choice.HasBroker && _choice.Current.IsEncrypted ? "true" : "false");
            JsonText.AppendField(
                text,
                "sends",
                "Values of the listed channels with their times; how the node itself fares; nothing about people or networks.");
            JsonText.AppendField(
                text,
                "retains",
                "Every sample until the broker has it; then until its space is needed. When space ends, the oldest become" +
                " ten-minute, then hourly minimum, mean and maximum, and go last.");
            text.Append((byte)'}');
        }

        private void WriteChannels(TextBuffer text, int detail)
        {
            text.Append((byte)'[');
            int index = 0;
            foreach (ISensor sensor in _sensors)
            {
                for (int i = 0; i < sensor.Quantities.Length; i++)
                {
                    text.Append(index == 0 ? string.Empty : ",");
                    WriteChannel(text, _sampler.ChannelAt(index++), sensor.Name, detail);
                }
            }

            text.Append((byte)']');
        }

        private static void WriteChannel(TextBuffer text, int channel, string sensor, int detail)
        {
            Quantity quantity = Channel.QuantityOf(channel);
            text.Append("{\"n\":");
            JsonText.AppendQuoted(text, Channel.NameOf(channel));
            if (detail > 0)
            {
                JsonText.AppendField(text, "quantity", Quantities.WordFor(quantity));
            }

            JsonText.AppendField(text, "u", Quantities.UnitOf(quantity));
            JsonText.AppendName(text, "resolution");
            text.Append(Resolution(Quantities.DecimalsOf(quantity)));
            JsonText.AppendField(text, "sensor", sensor);
            if (detail == Whole)
            {
                JsonText.AppendField(text, "calibration", "factory");
            }

            text.Append((byte)'}');
        }

        // One unit of the last decimal.
        private static string Resolution(int decimals)
        {
            return decimals == 0 ? "1" : decimals == 1 ? "0.1" : decimals == 2 ? "0.01" : "0.001";
        }
    }
}
