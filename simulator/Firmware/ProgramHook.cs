using UlmEdge.Core;
using UlmEdge.Simulator.Firmware;

namespace UlmEdge.App
{
    /// <summary>The desk's half of the firmware's one hook.</summary>
    public static partial class Program
    {
        static partial void Booted(Node node)
        {
            RunningFirmware.Announce(node);
        }
    }
}
