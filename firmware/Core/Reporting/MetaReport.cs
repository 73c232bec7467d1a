using UlmEdge.Core.Calibration;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Core.Reporting
{
    /// <summary>Writes what the node is, measures, sends and keeps, as JSON: for programs, and in words for people.</summary>
    /// <remarks>
    /// It says nothing of networks, brokers or people. With very many channels it leaves out, for all of them, how they were
    /// calibrated by their makers, and if need be what their units say already: the quantity.
    /// </remarks>
    public sealed class MetaReport
    {
        private const int Whole = 2;

        private readonly NodeConfiguration _configuration;
        private readonly BrokerChoice _choice;
        private readonly ISensor[] _sensors;
        private readonly ChannelList _channels;
        private readonly Calibrator _calibrator;

        /// <summary>A writer for one node.</summary>
        /// <param name="configuration">What it was told.</param>
        /// <param name="choice">Tells whether the connection is encrypted.</param>
        /// <param name="sensors">What is fitted.</param>
        /// <param name="channels">The channels, in the order of the sensors and their quantities, then those with raw values.</param>
        /// <param name="calibrator">Tells how they are corrected.</param>
        public MetaReport(
            NodeConfiguration configuration, BrokerChoice choice, ISensor[] sensors, ChannelList channels, Calibrator calibrator)
        {
            _configuration = configuration;
            _choice = choice;
            _sensors = sensors;
            _channels = channels;
            _calibrator = calibrator;
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
            for (int i = 0; i < _channels.Count; i++)
            {
                text.Append(i == 0 ? string.Empty : ",");
                WriteChannel(text, i, detail);
            }

            text.Append((byte)']');
        }

        private void WriteChannel(TextBuffer text, int index, int detail)
        {
            Quantity quantity = _channels.QuantityAt(index);
            text.Append("{\"n\":");
            JsonText.AppendQuoted(text, Channel.NameOf(_channels.At(index)));
            if (detail > 0)
            {
                JsonText.AppendField(text, "quantity", Quantities.WordFor(quantity));
            }

            JsonText.AppendField(text, "u", Quantities.UnitOf(quantity));
            JsonText.AppendName(text, "resolution");
            text.Append(Resolution(Quantities.DecimalsOf(quantity)));
            JsonText.AppendField(text, "sensor", _sensors[_channels.SensorOf(index)].Name);
            bool isCorrected = index < _channels.MeasuredCount && _calibrator.Corrects(index);
            if (isCorrected)
            {
                WriteCalibration(text, _calibrator.Of(index));
            }
            else if (detail == Whole)
            {
                JsonText.AppendField(text, "calibration", "factory");
            }

            text.Append((byte)'}');
        }

        // Humidity without a calibration of its own follows the temperature.
        private static void WriteCalibration(TextBuffer text, CalibrationSettings calibration)
        {
            JsonText.AppendField(text, "calibration", calibration == null ? "dewPoint" : "corrected");
            if (calibration == null)
            {
                return;
            }

            JsonText.AppendName(text, "slope");
            text.AppendDecimal(calibration.SlopeTenThousandths, 4);
            JsonText.AppendName(text, "offset");
            text.AppendDecimal(calibration.OffsetThousandths, 3);
            JsonText.AppendField(text, "date", calibration.Date);
            JsonText.AppendField(text, "by", calibration.By);
        }

        // One unit of the last decimal.
        private static string Resolution(int decimals)
        {
            return decimals == 0 ? "1" : decimals == 1 ? "0.1" : decimals == 2 ? "0.01" : "0.001";
        }
    }
}
