using UlmEdge.Core;
using UlmEdge.Core.Calibration;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Readings;
using UlmEdge.Core.Reporting;
using UlmEdge.Ports;

namespace UlmEdge.OnDevice
{
    using nanoFramework.TestFramework; // Within: the desk has a TestClass and an Assert of its own.

    /// <summary>What a node says of itself.</summary>
    [TestClass]
    public class ReportTests
    {
        private static readonly ISensor[] Sensors = { new SteadySensor() };

        [TestMethod]
        public void A_node_describes_itself()
        {
            TextBuffer text = new TextBuffer(Limits.MetaBytesMax);
            NodeConfiguration configuration = NewConfiguration();
            configuration.Board = "a \"board\"";
            BrokerChoice choice = new BrokerChoice(configuration.Brokers, configuration.TrustFiles);
            ChannelList channels = new ChannelList(Sensors);
            Calibrator calibrator = new Calibrator(channels, configuration.Calibrations, null);
            new MetaReport(configuration, choice, Sensors, channels, calibrator).Write(text);
            string expected =
                "{\"contract\":\"1.1\",\"firmware\":\"" + FirmwareVersion.Text + "\",\"board\":\"a \\u0022board\\u0022\"," +
                "\"payload\":\"json\",\"sampleSeconds\":60,\"batchSamples\":10,\"batchSeconds\":300,\"channels\":[" +
                "{\"n\":\"temp\",\"quantity\":\"temperature\",\"u\":\"Cel\",\"resolution\":0.01,\"sensor\":\"" + Sensors[0].Name +
                "\",\"calibration\":\"factory\"}],\"keeps\":{\"segments\":30,\"bytes\":122880},\"encrypted\":false,\"sends\":\"";
            Assert.IsTrue(AsciiText.Of(text).StartsWith(expected));
        }

        [TestMethod]
        public void A_node_says_how_it_fares()
        {
            HealthFacts facts = new HealthFacts
            {
                Boot = 417, Connections = 3, UnixSeconds = 1_795_291_200, UptimeSeconds = 86_400, FreeHeapBytes = 85_000,
                RadioDecibelMilliwatts = -67, OldestAgeSeconds = -1, AcknowledgeMeanMs = 150, AcknowledgeMaxMs = 2_300,
                MissingReadings = new int[Absences.Max + 1],
            };
            facts.MissingReadings[(int)Absence.BusStuck] = 2;
            TextBuffer text = new TextBuffer(Limits.HealthBytesMax);
            new HealthReport("ulm/v1/donau-07/").Write(facts, text);
            Assert.AreEqual(
                "[{\"bn\":\"ulm/v1/donau-07/\",\"bver\":26,\"bt\":1795291200,\"n\":\"health\",\"vs\":\"417.3\"}" +
                Record("uptime", "s", "86400") + Record("boots", "count", "417") + Record("boots.all", "count", "0") +
                Record("boots.bad", "count", "0") + ",{\"n\":\"boots.stage\",\"v\":0},{\"n\":\"reset.cause\",\"v\":0}" +
                Record("restarts.own", "count", "0") + Record("heap.free", "B", "85000") +
                Record("queue", "count", "0") + Record("journal.files", "count", "0") + Record("flash.closes", "count", "0") +
                Record("flash.bytes", "B", "0") + Record("flash.refused", "count", "0") +
                Record("flash.life", "count", "0") + Record("flash.erases", "count", "0") +
                ",{\"n\":\"flash.years\",\"v\":0}" + Record("duty", "/", "0") + Record("charge.day", "C", "0") +
                Record("radio", "dBm", "-67") +
                Record("puback.mean", "s", "0.15") + Record("puback.max", "s", "2.3") + Record("connections", "count", "3") +
                Record("cmd.done", "count", "0") + Record("cmd.refused", "count", "0") + Record("cmd.ignored", "count", "0") +
                ",{\"n\":\"epoch\",\"v\":0}" + Record("samples.taken", "count", "0") + Record("samples.sent", "count", "0") +
                Record("samples.waiting", "count", "0") + Record("samples.thinned", "count", "0") +
                Record("samples.summaries", "count", "0") + Record("samples.evicted", "count", "0") +
                Record("samples.unreadable", "count", "0") + Record("samples.notstored", "count", "0") +
                Record("samples.unknown", "count", "0") + Record("samples.leftout", "count", "0") +
                Record("readings.busstuck", "count", "2") + "]",
                AsciiText.Of(text));
        }

        [TestMethod]
        public void A_channel_is_described_to_home_assistant()
        {
            NodeConfiguration configuration = NewConfiguration();
            HomeAssistantDiscovery discovery = new HomeAssistantDiscovery(
                configuration, new Topics("ulm/v1", "donau-07"), new ChannelList(Sensors));
            TextBuffer text = new TextBuffer(Limits.DiscoveryBytesMax);
            discovery.WriteConfig(0, text);
            Assert.AreEqual(
                "{\"unique_id\":\"donau-07_temp\",\"name\":\"Temperature\",\"state_topic\":\"ulm/v1/donau-07/latest/temp\"," +
                "\"unit_of_measurement\":\"\\u00b0C\",\"device_class\":\"temperature\",\"state_class\":\"measurement\"," +
                "\"expire_after\":900,\"availability_topic\":\"ulm/v1/donau-07/status\"," +
                "\"availability_template\":\"{{ value_json.state }}\",\"device\":{\"identifiers\":[\"ulmedge-donau-07\"]," +
                "\"name\":\"donau-07\",\"manufacturer\":\"UlmEdge\",\"sw_version\":\"" + FirmwareVersion.Text + "\"}}",
                AsciiText.Of(text));
            discovery.WriteLatest(0, -351, text);
            Assert.AreEqual("-3.51", AsciiText.Of(text));
        }

        [TestMethod]
        public void Acknowledgements_are_timed()
        {
            AcknowledgeTimes times = new AcknowledgeTimes();
            times.Begin(1, 1_000);
            times.Begin(2, 1_000);
            times.End(1, 1_100);
            times.End(2, 1_300);
            Assert.AreEqual(200, times.MeanMs);
            Assert.AreEqual(300, times.MaxMs);
        }

        private static NodeConfiguration NewConfiguration()
        {
            return new NodeConfiguration("0123456789ab") { NodeId = "donau-07" };
        }

        private static string Record(string name, string unit, string value)
        {
            return ",{\"n\":\"" + name + "\",\"u\":\"" + unit + "\",\"v\":" + value + "}";
        }
    }
}
