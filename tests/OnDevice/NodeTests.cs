using UlmEdge.Core;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;
using UlmEdge.Ports;

namespace UlmEdge.OnDevice
{
    using nanoFramework.TestFramework; // Within: the desk has a TestClass and an Assert of its own.

    /// <summary>The whole core for some hours, in a world without hardware.</summary>
    [TestClass]
    public class NodeTests
    {
        private const long HourMs = 3_600_000;

        [TestMethod]
        public void A_node_measures_and_sends()
        {
            QuietWorld world = new QuietWorld();
            Node node = NewNode(world, 60);
            Run(node, 0, HourMs + 30_000);
            node.Stop();
            Run(node, HourMs + 30_000, HourMs + 60_000);
            Assert.IsTrue(node.IsDrained);
            Assert.AreEqual(61, node.Counters.SamplesTaken);
            Assert.AreEqual(61, node.Counters.SamplesAcknowledged);
            Assert.AreEqual(1, node.Counters.Connections);
            Assert.AreEqual(
                "[{\"bn\":\"ulm/v1/donau-07/\",\"bt\":1795294500,\"n\":\"batch\",\"vs\":\"1.1.55.6\"}," +
                "{\"n\":\"temp\",\"u\":\"Cel\",\"v\":-3.51},{\"n\":\"temp\",\"u\":\"Cel\",\"t\":60,\"v\":-3.51}," +
                "{\"n\":\"temp\",\"u\":\"Cel\",\"t\":120,\"v\":-3.51},{\"n\":\"temp\",\"u\":\"Cel\",\"t\":180,\"v\":-3.51}," +
                "{\"n\":\"temp\",\"u\":\"Cel\",\"t\":240,\"v\":-3.51},{\"n\":\"temp\",\"u\":\"Cel\",\"t\":300,\"v\":-3.51}]",
                world.LastText);
        }

        [TestMethod]
        public void Without_a_broker_everything_is_kept()
        {
            QuietWorld world = new QuietWorld { RefusesConnections = true };
            Node node = NewNode(world, 1);
            Run(node, 0, HourMs);
            Assert.AreEqual(3600, node.Counters.SamplesTaken);
            Assert.AreEqual(0, node.Counters.SamplesAcknowledged);
            Assert.AreEqual(3600, node.WaitingSamples);
            Assert.AreEqual((int)PublisherState.BackingOff, (int)node.PublisherState);
        }

        private static Node NewNode(QuietWorld world, int sampleSeconds)
        {
            NodeConfiguration configuration = new NodeConfiguration("0123456789ab")
            {
                NodeId = "donau-07",
                Brokers = new[] { new BrokerSettings { Host = "broker", IsEncrypted = false } },
                SampleSeconds = sampleSeconds,
            };
            NodePorts ports = new NodePorts
            {
                Clock = world, Link = world, Broker = world, Store = new MemoryStore(), Indicator = world, Entropy = world,
                Health = world, Power = world, Log = world,
            };
            return new Node(configuration, ports, new ISensor[] { new SteadySensor() });
        }

        private static void Run(Node node, long fromMs, long toMs)
        {
            for (long nowMs = fromMs; nowMs < toMs;)
            {
                nowMs = node.Tick(nowMs);
            }
        }
    }
}
