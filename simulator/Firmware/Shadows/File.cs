using UlmEdge.Simulator.Nano;

namespace System.IO
{
    /// <summary>Files in the board's flash.</summary>
    internal static class File
    {
        /// <summary>Whether there is such a file.</summary>
        public static bool Exists(string path)
        {
            return FlashFolder.Exists(path);
        }

        /// <summary>Removes a file; silent when there is none.</summary>
        public static void Delete(string path)
        {
            FlashFolder.Delete(path);
        }

        /// <summary>Renames a file; the new name must be free.</summary>
        public static void Move(string sourceFileName, string destFileName)
        {
            FlashFolder.Move(sourceFileName, destFileName);
        }

        /// <summary>Opens a file that nobody else may open meanwhile.</summary>
        public static FileStream Open(string path, FileMode mode)
        {
            return Open(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite);
        }

        /// <summary>Opens a file that nobody else may open meanwhile.</summary>
        public static FileStream Open(string path, FileMode mode, FileAccess access)
        {
            return new FileStream(path, mode, access, FileShare.None);
        }

        /// <summary>The whole content.</summary>
        public static byte[] ReadAllBytes(string path)
        {
            using (var stream = new FileStream(path, FileMode.Open, FileAccess.Read))
            {
                byte[] bytes = new byte[(int)stream.Length];
                int length = stream.Read(bytes, 0, bytes.Length);
                return length == bytes.Length ? bytes : throw new IOException();
            }
        }

        /// <summary>The whole content as text in UTF-8.</summary>
        public static string ReadAllText(string path)
        {
            return System.Text.Encoding.UTF8.GetString(ReadAllBytes(path));
        }

        /// <summary>Replaces the whole content.</summary>
        public static void WriteAllBytes(string path, byte[] bytes)
        {
            using (var stream = new FileStream(path, FileMode.Create, FileAccess.Write))
            {
                stream.Write(bytes, 0, bytes.Length);
            }
        }
    }
}
