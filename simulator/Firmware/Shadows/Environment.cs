namespace System
{
    /// <summary>The board's uptime in place of the desk's.</summary>
    internal static class Environment
    {
        /// <summary>Milliseconds of board time since power-on.</summary>
        public static long TickCount64 => UlmEdge.Simulator.Nano.HostBoard.Current.UptimeMs;
    }
}
