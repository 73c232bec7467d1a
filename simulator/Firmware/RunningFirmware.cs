using System;
using System.Threading;
using UlmEdge.App;
using UlmEdge.Core;

namespace UlmEdge.Simulator.Firmware
{
    /// <summary>Runs the firmware's Main on the calling thread, on the board of its execution context.</summary>
    public static class RunningFirmware
    {
        private static readonly AsyncLocal<Action<Node>> Listener = new AsyncLocal<Action<Node>>();

        /// <summary>Runs until the board has no power; then throws what the board throws.</summary>
        /// <param name="booted">Called once, with the node, before its first tick.</param>
        public static void Run(Action<Node> booted)
        {
            Listener.Value = booted;
            Program.Main();
        }

        internal static void Announce(Node node)
        {
            Listener.Value?.Invoke(node);
        }
    }
}
