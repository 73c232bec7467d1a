using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;

namespace UlmEdge.OnDevice
{
    using nanoFramework.TestFramework; // Within: the desk has a TestClass and an Assert of its own.

    /// <summary>Numbers to text and text to configuration.</summary>
    [TestClass]
    public class TextTests
    {
        [TestMethod]
        public void Numbers_are_written_shortest()
        {
            Assert.AreEqual("0", Written(0, 2));
            Assert.AreEqual("0.05", Written(5, 2));
            Assert.AreEqual("-0.5", Written(-50, 2));
            Assert.AreEqual("21", Written(2100, 2));
            Assert.AreEqual("-21474836.48", Written(int.MinValue, 2));
            Assert.AreEqual("-9223372036854775808", Written(long.MinValue, 0));
        }

        [TestMethod]
        public void A_configuration_is_read()
        {
            Complaints complaints = new Complaints();
            NodeConfiguration configuration = Read(
                "{\"node\":\"donau-07\",\"broker\":{\"host\":\"b\",\"port\":8883,\"user\":\"u\"}," +
                "\"sensors\":[\"bmp280\"],\"sampleSeconds\":30}",
                complaints);
            Assert.AreEqual(0, complaints.Count);
            Assert.AreEqual("donau-07", configuration.NodeId);
            Assert.AreEqual("b", configuration.Brokers[0].Host);
            Assert.AreEqual(8883, configuration.Brokers[0].Port);
            Assert.AreEqual("bmp280", configuration.Sensors[0]);
            Assert.AreEqual(30, configuration.SampleSeconds);
        }

        [TestMethod]
        public void A_faulty_configuration_gives_defaults_and_sentences()
        {
            Complaints complaints = new Complaints();
            NodeConfiguration configuration = Read("{\"sampleSeconds\":-5,\"nod\":{\"x\":[1,null]},\"batchSamples\":99}", complaints);
            Assert.AreEqual(3, complaints.Count);
            Assert.AreEqual("sampleSeconds is -5; it must be a whole number from 1 to 86400, so 60 is used", complaints.SentenceAt(0));
            Assert.AreEqual("nod is not known; it is ignored", complaints.SentenceAt(1));
            Assert.AreEqual(60, configuration.SampleSeconds);
            Assert.AreEqual(10, configuration.BatchSamples);
        }

        [TestMethod]
        public void Broken_json_gives_the_defaults()
        {
            Complaints complaints = new Complaints();
            Assert.AreEqual("0123456789ab", Read("{\"node\":\"donau-07\",", complaints).NodeId);
            Assert.AreEqual("ulmedge.json is not JSON at byte 19; all defaults are used", complaints.SentenceAt(0));
        }

        [TestMethod]
        public void A_pseudonym_is_the_same_on_board_and_desk()
        {
            Assert.AreEqual("2f2c338bbf86", Pseudonym.Of(new byte[] { 0x24, 0x6F, 0x28, 0x01, 0x02, 0x03 }));
        }

        private static NodeConfiguration Read(string text, Complaints complaints)
        {
            return ConfigurationReader.Read(AsciiText.ToBytes(text), text.Length, "0123456789ab", complaints);
        }

        private static string Written(long number, int decimals)
        {
            TextBuffer text = new TextBuffer(32);
            text.AppendDecimal(number, decimals);
            return AsciiText.Of(text);
        }
    }
}
