using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>The flash, and how much was asked of it since boot: it wears with every change.</summary>
    public sealed class CountingStore : IFileStore
    {
        private readonly IFileStore _store;

        /// <summary>Counts what is asked of a flash.</summary>
        public CountingStore(IFileStore store)
        {
            _store = store;
        }

        /// <summary>Changes that were done: each closes a file or removes one, and programs a block at least.</summary>
        public int Closes { get; private set; }

        /// <summary>Bytes that were written by them.</summary>
        public long Bytes { get; private set; }

        /// <summary>Changes that the flash refused.</summary>
        public int Refusals { get; private set; }

        /// <inheritdoc/>
        public StoreResult Read(string name, byte[] buffer, out int length)
        {
            return _store.Read(name, buffer, out length);
        }

        /// <inheritdoc/>
        public StoreResult ReadAt(string name, int position, byte[] buffer, out int length)
        {
            return _store.ReadAt(name, position, buffer, out length);
        }

        /// <inheritdoc/>
        public StoreResult Write(string name, byte[] content, int length)
        {
            return Count(_store.Write(name, content, length), length);
        }

        /// <inheritdoc/>
        public StoreResult Append(string name, byte[] content, int length)
        {
            return Count(_store.Append(name, content, length), length);
        }

        /// <inheritdoc/>
        public StoreResult Delete(string name)
        {
            return Count(_store.Delete(name), 0);
        }

        /// <inheritdoc/>
        public string[] List()
        {
            return _store.List();
        }

        private StoreResult Count(StoreResult result, int length)
        {
            if (result == StoreResult.Done)
            {
                Closes++;
                Bytes += length;
            }
            else
            {
                Refusals++;
            }

            return result;
        }
    }
}
