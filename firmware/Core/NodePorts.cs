using UlmEdge.Core.Boots;
using UlmEdge.Core.Configuration;
using UlmEdge.Ports;

namespace UlmEdge.Core
{
    /// <summary>The world as a node meets it.</summary>
    public sealed class NodePorts
    {
        /// <summary>The wall clock.</summary>
        public IClock Clock;

        /// <summary>The network.</summary>
        public INetworkLink Link;

        /// <summary>The connection to the broker.</summary>
        public IBrokerLink Broker;

        /// <summary>The flash.</summary>
        public IFileStore Store;

        /// <summary>The light.</summary>
        public IIndicator Indicator;

        /// <summary>Chance.</summary>
        public IEntropy Entropy;

        /// <summary>How the board fares.</summary>
        public IBoardHealth Health;

        /// <summary>The board's power.</summary>
        public IPower Power;

        /// <summary>What the flash says of configurations from afar, or null where there are none.</summary>
        public ConfigurationStore Configuration;

        /// <summary>Where events go.</summary>
        public IEventLog Log;

        /// <summary>How the boots before ended; null where the node is the first to ask the flash.</summary>
        public BootKeeper Boots;

        /// <summary>The same world with another flash and another log: a node puts its own before them.</summary>
        public NodePorts With(IFileStore store, IEventLog log)
        {
            return new NodePorts
            {
                Clock = Clock,
                Link = Link,
                Broker = Broker,
                Store = store,
                Indicator = Indicator,
                Entropy = Entropy,
                Health = Health,
                Power = Power,
                Configuration = Configuration,
                Log = log,
                Boots = Boots,
            };
        }
    }
}
