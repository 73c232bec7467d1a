using System;
using System.Threading;
using UlmEdge.Core;
using UlmEdge.Core.Boots;
using UlmEdge.Core.Journal;
using UlmEdge.Edge;

namespace UlmEdge.App
{
    /// <summary>The board, the node, the loop, and somebody who looks after it.</summary>
    public static partial class Program
    {
        /// <summary>Runs for ever: if Main returned, the platform would wait for a debugger.</summary>
        public static void Main()
        {
            ConsoleLog log = new ConsoleLog();
            CountingStore flash = new CountingStore(new FlashStore());
            BootKeeper boots = new BootKeeper(flash);
            Supervisor supervisor = new Supervisor(boots, new BoardPower());
            new Thread(() => Supervise(supervisor)).Start();
            Node node = Start(log, flash, boots, supervisor);
            supervisor.BlackBox = node.BlackBox;
            Booted(node);
            Loop(node, log, supervisor);
        }

        private static Node Start(ConsoleLog log, CountingStore flash, BootKeeper boots, Supervisor supervisor)
        {
            FailedStarts failed = new FailedStarts(boots);
            while (true)
            {
                supervisor.Beat();
                try
                {
                    return Startup.CreateNode(log, flash, boots);
                }
                catch (Exception e)
                {
                    Report(log, "the start is tried again after ", e);
                }

                if (failed.Add(Environment.TickCount64))
                {
                    new BoardPower().Reboot();
                }

                Thread.Sleep(Limits.BackoffMsMax);
            }
        }

        private static void Loop(Node node, ConsoleLog log, Supervisor supervisor)
        {
            long wakeMs = 0;
            while (true)
            {
                supervisor.Beat();
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

        private static void Supervise(Supervisor supervisor)
        {
            while (true)
            {
                Thread.Sleep(Limits.SupervisionMs);
                Paced();
                try
                {
                    supervisor.Look(Environment.TickCount64);
                }
                catch (Exception)
                {
                    // E.g. for want of memory: there is another turn.
                }
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

        /// <summary>Lets the simulator, whose time may fly, give the loop its share of the desk.</summary>
        static partial void Paced();
    }
}
