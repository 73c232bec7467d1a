namespace System.IO
{
    /// <summary>Folders in the board's flash.</summary>
    internal static class Directory
    {
        /// <summary>Full paths of the files in a folder.</summary>
        public static string[] GetFiles(string path)
        {
            return UlmEdge.Simulator.Nano.FlashFolder.List(path);
        }
    }
}
