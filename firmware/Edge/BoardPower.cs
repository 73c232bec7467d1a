using nanoFramework.Runtime.Native;
using UlmEdge.Ports;

namespace UlmEdge.Edge
{
    /// <summary>Restarts the board through the platform.</summary>
    public sealed class BoardPower : IPower
    {
        /// <inheritdoc/>
        public void Reboot()
        {
            Power.RebootDevice();
        }
    }
}
