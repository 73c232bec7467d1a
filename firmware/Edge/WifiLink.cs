using System;
using System.Net.NetworkInformation;
using System.Threading;
using nanoFramework.Networking;
using UlmEdge.Ports;

namespace UlmEdge.Edge
{
    /// <summary>The Wi-Fi network that was provisioned with nanoff. The platform joins it by itself; this waits for it.</summary>
    /// <remarks>
    /// ConnectDhcp with a name and password is not for here: it would write them to flash each time.
    /// </remarks>
    public sealed class WifiLink : INetworkLink
    {
        private const int AttemptMs = 60_000;

        private bool _isJoining;

        /// <inheritdoc/>
        public bool IsUp
        {
            get
            {
                try
                {
                    NetworkInterface[] interfaces = NetworkInterface.GetAllNetworkInterfaces();
                    return interfaces.Length > 0 && IsAddress(interfaces[0].IPv4Address);
                }
                catch (Exception)
                {
                    return false;
                }
            }
        }

        /// <summary>The six bytes burned into the radio, or an empty array.</summary>
        public static byte[] FactoryId()
        {
            try
            {
                return NetworkInterface.GetAllNetworkInterfaces()[0].PhysicalAddress;
            }
            catch (Exception)
            {
                return new byte[0];
            }
        }

        /// <inheritdoc/>
        public void Join()
        {
            if (!_isJoining)
            {
                _isJoining = true;
                new Thread(Attempt).Start();
            }
        }

        private static bool IsAddress(string address)
        {
            return address != null && address.Length > 0 && address != "0.0.0.0";
        }

        // Failures come back as false; the token bounds the wait, which otherwise has no end.
        private void Attempt()
        {
            try
            {
                WifiNetworkHelper.Reconnect(false, 0, new CancellationTokenSource(AttemptMs).Token);
            }
            catch (Exception)
            {
                // Not joined: IsUp says so.
            }

            _isJoining = false;
        }
    }
}
