using System;
using System.Collections;
using UlmEdge.Ports;

namespace UlmEdge.OnDevice
{
    /// <summary>Files in memory: what was written is there at once.</summary>
    internal sealed class MemoryStore : IFileStore
    {
        private readonly Hashtable _files = new Hashtable();

        /// <inheritdoc/>
        public StoreResult Read(string name, byte[] buffer, out int length)
        {
            bool isTooLarge = _files[name] is byte[] content && content.Length > buffer.Length;
            StoreResult result = ReadAt(name, 0, buffer, out length);
            return isTooLarge ? StoreResult.TooLarge : result;
        }

        /// <inheritdoc/>
        public StoreResult ReadAt(string name, int position, byte[] buffer, out int length)
        {
            length = 0;
            if (!(_files[name] is byte[] content))
            {
                return StoreResult.Missing;
            }

            if (position < content.Length)
            {
                length = content.Length - position < buffer.Length ? content.Length - position : buffer.Length;
                Array.Copy(content, position, buffer, 0, length);
            }

            return StoreResult.Done;
        }

        /// <inheritdoc/>
        public StoreResult Write(string name, byte[] content, int length)
        {
            byte[] copy = new byte[length];
            Array.Copy(content, copy, length);
            _files[name] = copy;
            return StoreResult.Done;
        }

        /// <inheritdoc/>
        public StoreResult Append(string name, byte[] content, int length)
        {
            byte[] old = _files[name] is byte[] present ? present : new byte[0];
            byte[] whole = new byte[old.Length + length];
            Array.Copy(old, whole, old.Length);
            Array.Copy(content, 0, whole, old.Length, length);
            _files[name] = whole;
            return StoreResult.Done;
        }

        /// <inheritdoc/>
        public StoreResult Delete(string name)
        {
            _files.Remove(name);
            return StoreResult.Done;
        }

        /// <inheritdoc/>
        public string[] List()
        {
            string[] names = new string[_files.Count];
            int count = 0;
            foreach (DictionaryEntry entry in _files)
            {
                names[count++] = (string)entry.Key;
            }

            return names;
        }
    }
}
