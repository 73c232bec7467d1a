using System;
using System.Collections;
using UlmEdge.Ports;

namespace UlmEdge.OnDevice
{
    /// <summary>Files in memory: what was written is there at once.</summary>
    /// <remarks>Two lists side by side: a Hashtable would need one more package on the board.</remarks>
    internal sealed class MemoryStore : IFileStore
    {
        private readonly ArrayList _names = new ArrayList();
        private readonly ArrayList _contents = new ArrayList();

        /// <summary>The content of a file that there is: the content itself, to be damaged in place.</summary>
        public byte[] ContentOf(string name)
        {
            return _contents[_names.IndexOf(name)] is byte[] content ? content : new byte[0];
        }

        /// <summary>Whether there is a file.</summary>
        public bool Has(string name)
        {
            return _names.IndexOf(name) >= 0;
        }

        /// <inheritdoc/>
        public StoreResult Read(string name, byte[] buffer, out int length)
        {
            StoreResult result = ReadAt(name, 0, buffer, out length);
            return Has(name) && ContentOf(name).Length > buffer.Length ? StoreResult.TooLarge : result;
        }

        /// <inheritdoc/>
        public StoreResult ReadAt(string name, int position, byte[] buffer, out int length)
        {
            length = 0;
            if (!Has(name))
            {
                return StoreResult.Missing;
            }

            byte[] content = ContentOf(name);
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
            Put(name, copy);
            return StoreResult.Done;
        }

        /// <inheritdoc/>
        public StoreResult Append(string name, byte[] content, int length)
        {
            byte[] old = Has(name) ? ContentOf(name) : new byte[0];
            byte[] whole = new byte[old.Length + length];
            Array.Copy(old, whole, old.Length);
            Array.Copy(content, 0, whole, old.Length, length);
            Put(name, whole);
            return StoreResult.Done;
        }

        /// <inheritdoc/>
        public StoreResult Delete(string name)
        {
            int index = _names.IndexOf(name);
            if (index >= 0)
            {
                _names.RemoveAt(index);
                _contents.RemoveAt(index);
            }

            return StoreResult.Done;
        }

        /// <inheritdoc/>
        public string[] List()
        {
            string[] names = new string[_names.Count];
            for (int i = 0; i < names.Length; i++)
            {
                names[i] = _names[i] is string name ? name : string.Empty;
            }

            return names;
        }

        private void Put(string name, byte[] content)
        {
            int index = _names.IndexOf(name);
            if (index < 0)
            {
                _names.Add(name);
                _contents.Add(content);
                return;
            }

            _contents[index] = content;
        }
    }
}
