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

                    return ReadAll(file, buffer, (int)file.Length, out length);
                }
            }
            catch (Exception)
            {
                length = 0;
                return StoreResult.Failed;
            }
        }

        /// <inheritdoc/>
        public StoreResult ReadAt(string name, int position, byte[] buffer, out int length)
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
                    long rest = file.Length - position;
                    if (rest <= 0)
                    {
                        return StoreResult.Done;
                    }

                    file.Seek(position, SeekOrigin.Begin);
                    return ReadAll(file, buffer, rest < buffer.Length ? (int)rest : buffer.Length, out length);
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
            return Write(name, FileMode.Create, content, length);
        }

        /// <inheritdoc/>
        public StoreResult Append(string name, byte[] content, int length)
        {
            // Not File.AppendText: it opens without seeking and would write over the start.
            return Write(name, FileMode.Append, content, length);
        }

        /// <inheritdoc/>
        public StoreResult Delete(string name)
        {
            try
            {
                File.Delete(Volume + name);
                return StoreResult.Done;
            }
            catch (Exception)
            {
                return StoreResult.Failed;
            }
        }

        /// <inheritdoc/>
        public string[] List()
        {
            try
            {
                string[] paths = Directory.GetFiles(Volume);
                for (int i = 0; i < paths.Length; i++)
                {
                    paths[i] = paths[i].Substring(paths[i].LastIndexOf('\\') + 1);
                }

                return paths;
            }
            catch (Exception)
            {
                return null;
            }
        }

        private static StoreResult Write(string name, FileMode mode, byte[] content, int length)
        {
            try
            {
                using (FileStream file = new FileStream(Volume + name, mode, FileAccess.Write))
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

        // A file that is shorter than its own length was refused: what came of it is no evidence.
        private static StoreResult ReadAll(FileStream file, byte[] buffer, int wanted, out int length)
        {
            length = 0;
            int count = 1;
            while (length < wanted && count > 0)
            {
                count = file.Read(buffer, length, wanted - length);
                length += count > 0 ? count : 0;
            }

            bool isWhole = length == wanted;
            length = isWhole ? length : 0;
            return isWhole ? StoreResult.Done : StoreResult.Failed;
        }
    }
}
