// nanoFramework.System.Device.Wifi 1.5.149
// Needs: mscorlib, nanoFramework.Runtime.Events, System.Net, System.Threading

using System.Threading;

namespace nanoFramework.Networking
{
    public static class WifiNetworkHelper
    {
        public static bool Reconnect(
            bool requiresDateTime = false, int wifiAdapterId = 0, CancellationToken token = default) => throw null;
    }
}
