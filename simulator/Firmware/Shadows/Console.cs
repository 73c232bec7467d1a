namespace System
{
    /// <summary>The board's serial console.</summary>
    internal static class Console
    {
        /// <summary>One line.</summary>
        public static void WriteLine(string value)
        {
            UlmEdge.Simulator.Nano.HostBoard.Current.WriteLine(value);
        }
    }
}
