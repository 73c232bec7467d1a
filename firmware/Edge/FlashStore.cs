using System;
using System.IO;
using UlmEdge.Ports;

namespace UlmEdge.Edge
{
    /// <summary>Files on the internal volume, littlefs: durable when the stream is closed, not before.</summary>
    public sealed class FlashStore : IFileStore
    {
        private const string Volume = "I:\\";

        /// <inheritdoc/>
        public StoreResult Read(string name, byte[] buffer, out int length)
        {
            length = 0;
            try
            {
                if (!File.Exists(Volume + name))
                {
                    return StoreResult.Missing;
                }

                using (FileStream file = new FileStream(Volume + name, FileMode.Open, FileAccess.Read))
                {
                    if (file.Length > buffer.Length)
                    {
                        return StoreResult.TooLarge;
                    }

                    length = ReadAll(file, buffer, (int)file.Length);
                    return StoreResult.Done;
                }
            }
            catch (Exception)
            {
                length = 0;
                return StoreResult.Failed;
            }
        }

        /// <inheritdoc/>
        public StoreResult Write(string name, byte[] content, int length)
        {
            try
            {
                using (FileStream file = new FileStream(Volume + name, FileMode.Create, FileAccess.Write))
                {
                    file.Write(content, 0, length);
                }

                return StoreResult.Done;
            }
            catch (Exception)
            {
                return StoreResult.Failed;
            }
        }

        private static int ReadAll(FileStream file, byte[] buffer, int length)
        {
            int read = 0;
            while (read < length)
            {
                int count = file.Read(buffer, read, length - read);
                if (count <= 0)
                {
                    break;
                }

                read += count;
            }

            return read;
        }
    }
}
