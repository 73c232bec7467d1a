using UlmEdge.Simulator.Nano;

namespace System.Threading
{
    /// <summary>A thread of the firmware, on the board of whoever starts it; sleeping takes board time.</summary>
    internal sealed class Thread
    {
        private readonly HostThread _thread;

        /// <summary>A thread that is yet to be started.</summary>
        public Thread(ThreadStart start)
        {
            _thread = new HostThread(() => start());
        }

        /// <summary>Whether it has been started and has not ended.</summary>
        public bool IsAlive => _thread.IsAlive;

        /// <summary>Gives up the processor for a span of board time.</summary>
        public static void Sleep(int millisecondsTimeout)
        {
            HostBoard.Current.Sleep(millisecondsTimeout);
        }

        /// <summary>Starts it.</summary>
        public void Start()
        {
            _thread.Start();
        }
    }
}
