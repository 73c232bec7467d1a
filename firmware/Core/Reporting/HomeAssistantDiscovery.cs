using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Core.Reporting
{
    /// <summary>Describes each channel to Home Assistant (MQTT discovery, platform sensor), and writes its latest value.</summary>
    /// <remarks>
    /// Discovery carries no times, so it gets what is fresh only, never a backlog. A value that has not been renewed for three
    /// batches expires, since a retained value would look fresh for ever.
    /// </remarks>
    public sealed class HomeAssistantDiscovery
    {
        private const int BatchesUntilExpiry = 3;

        private readonly NodeConfiguration _configuration;
        private readonly Topics _topics;
        private readonly ChannelList _channels;
        private readonly string[] _latestTopics;

        /// <summary>A writer for one node.</summary>
        public HomeAssistantDiscovery(NodeConfiguration configuration, Topics topics, ChannelList channels)
        {
            _configuration = configuration;
            _topics = topics;
            _channels = channels;
            _latestTopics = new string[channels.MeasuredCount];
            for (int i = 0; i < _latestTopics.Length; i++)
            {
                _latestTopics[i] = topics.BaseName + "latest/" + Channel.NameOf(channels.At(i));
            }
        }

        /// <summary>Channels of the node; those with raw values are not described.</summary>
        public int ChannelCount => _latestTopics.Length;

        /// <summary>Where the description of the channel at an index goes, retained.</summary>
        public string ConfigTopicAt(int index)
        {
            return "homeassistant/sensor/" + UniqueIdAt(index) + "/config";
        }

        /// <summary>Where the latest value of the channel at an index goes, retained.</summary>
        public string LatestTopicAt(int index)
        {
            return _latestTopics[index];
        }

        /// <summary>Writes the description of the channel at an index, at most <see cref="Limits.DiscoveryBytesMax"/> bytes.</summary>
        public void WriteConfig(int index, TextBuffer text)
        {
            int channel = _channels.At(index);
            Quantity quantity = Channel.QuantityOf(channel);
            text.Clear();
            text.Append("{\"unique_id\":");
            JsonText.AppendQuoted(text, UniqueIdAt(index));
            JsonText.AppendField(text, "name", TitleOf(channel));
            JsonText.AppendField(text, "state_topic", _latestTopics[index]);
            if (DeviceClassOf(quantity) != null)
            {
                JsonText.AppendField(text, "unit_of_measurement", UnitOf(quantity));
                JsonText.AppendField(text, "device_class", DeviceClassOf(quantity));
            }

            JsonText.AppendField(text, "state_class", "measurement");
            JsonText.AppendField(text, "expire_after", BatchesUntilExpiry * IntervalSeconds());
            JsonText.AppendField(text, "availability_topic", _topics.Status);
            JsonText.AppendField(text, "availability_template", "{{ value_json.state }}");
            WriteDevice(text);
            text.Append((byte)'}');
        }

        /// <summary>Writes a value of the channel at an index as plain text, in the place of what the buffer held.</summary>
        /// <param name="index">The channel's index.</param>
        /// <param name="value">The value, an integer in the unit of its <see cref="Quantity"/>.</param>
        /// <param name="text">Takes it.</param>
        public void WriteLatest(int index, int value, TextBuffer text)
        {
            text.Clear();
            text.AppendDecimal(value, Quantities.DecimalsOf(Channel.QuantityOf(_channels.At(index))));
        }

        private static string TitleOf(int channel)
        {
            string title = TitleOf(Channel.QuantityOf(channel));
            int instance = Channel.InstanceOf(channel);
            return title == null ? Channel.NameOf(channel) : instance == 0 ? title : title + " " + (instance + 1).ToString();
        }

        private static string TitleOf(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.Temperature: return "Temperature";
                case Quantity.RelativeHumidity: return "Humidity";
                case Quantity.Pressure: return "Pressure";
                default: return null;
            }
        }

        private static string DeviceClassOf(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.Temperature: return "temperature";
                case Quantity.RelativeHumidity: return "humidity";
                case Quantity.Pressure: return "atmospheric_pressure";
                default: return null;
            }
        }

        private static string UnitOf(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.Temperature: return "\u00B0C";
                case Quantity.RelativeHumidity: return "%";
                default: return Quantities.UnitOf(quantity);
            }
        }

        private void WriteDevice(TextBuffer text)
        {
            JsonText.AppendName(text, "device");
            text.Append("{\"identifiers\":[");
            JsonText.AppendQuoted(text, "ulmedge-" + _configuration.NodeId);
            text.Append((byte)']');
            JsonText.AppendField(text, "name", _configuration.NodeId);
            JsonText.AppendField(text, "manufacturer", "UlmEdge");
            JsonText.AppendField(text, "sw_version", FirmwareVersion.Text);
            text.Append((byte)'}');
        }

        private string UniqueIdAt(int index)
        {
            return _configuration.NodeId + "_" + Channel.NameOf(_channels.At(index));
        }

        // A batch is closed by count or by age, and holds a sample at least.
        private long IntervalSeconds()
        {
            long fullSeconds = (long)_configuration.BatchSamples * _configuration.SampleSeconds;
            long closedSeconds = fullSeconds < _configuration.BatchSeconds ? fullSeconds : _configuration.BatchSeconds;
            return closedSeconds > _configuration.SampleSeconds ? closedSeconds : _configuration.SampleSeconds;
        }
    }
}
