using System;
using System.Threading;
using UlmEdge.Core;
using UlmEdge.Edge;

namespace UlmEdge.App
{
    /// <summary>The board, the node, the loop.</summary>
    public static partial class Program
    {
        /// <summary>Runs for ever: if Main returned, the platform would wait for a debugger.</summary>
        public static void Main()
        {
            ConsoleLog log = new ConsoleLog();
            Node node = null;
            while (node == null)
            {
                try
                {
                    node = Startup.CreateNode(log);
                }
                catch (Exception e)
                {
                    Report(log, "the start is tried again after ", e);
                    Thread.Sleep(Limits.BackoffMsMax);
                }
            }

            Booted(node);
            Loop(node, log);
        }

        private static void Loop(Node node, ConsoleLog log)
        {
            long wakeMs = 0;
            while (true)
            {
                try
                {
                    wakeMs = node.Tick(Environment.TickCount64);
                }
                catch (Exception e)
                {
                    Report(log, "the loop goes on after ", e);
                    wakeMs = Environment.TickCount64 + Limits.BackoffMsMin;
                }

                long waitMs = wakeMs - Environment.TickCount64;
                Thread.Sleep(waitMs > 0 ? (int)waitMs : 0);
            }
        }

        private static void Report(ConsoleLog log, string what, Exception cause)
        {
            try
            {
                log.Say(what + cause.GetType().FullName);
            }
            catch (Exception)
            {
                // Even a sentence needs memory.
            }
        }

        /// <summary>Lets the simulator see the node; on the board there is nothing behind it and no call is made.</summary>
        static partial void Booted(Node node);
    }
}
