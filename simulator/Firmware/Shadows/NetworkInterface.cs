using UlmEdge.Simulator.Nano;

namespace System.Net.NetworkInformation
{
    /// <summary>The board's one network interface, in the board's shape.</summary>
    internal class NetworkInterface
    {
        private const string NoAddress = "0.0.0.0";

        // From the block for documentation (RFC 5737): the node's own sockets go out through the desk's.
        private const string Address = "192.0.2.1";

        private readonly HostBoard _board = HostBoard.Current;

        private NetworkInterface()
        {
        }

        /// <summary>0.0.0.0 while there is none.</summary>
        public string IPv4Address => _board.Network.IsUp ? Address : NoAddress;

        /// <summary>The six bytes burned into the chip.</summary>
        public byte[] PhysicalAddress => _board.FactoryId;

        /// <summary>The station interface only.</summary>
        public static NetworkInterface[] GetAllNetworkInterfaces()
        {
            return new[] { new NetworkInterface() };
        }
    }
}
