using UlmEdge.Core;
using UlmEdge.Simulator.Firmware;
using UlmEdge.Simulator.Nano;

namespace UlmEdge.App
{
    /// <summary>The desk's half of the firmware's hooks.</summary>
    public static partial class Program
    {
        // A street shares the desk's processors: in a fast world a loop that waits for one would soon look like a stuck one.
        private const int LookMsMin = 500;

        static partial void Booted(Node node)
        {
            RunningFirmware.Announce(node);
        }

        static partial void Paced()
        {
            HostBoard.Current.PowerOff.WaitHandle.WaitOne(LookMsMin);
        }
    }
}
