namespace UlmEdge.Ports
{
    /// <summary>Small files in the board's flash, or on its card. No call throws.</summary>
    /// <remarks>
    /// What <see cref="Write"/>, <see cref="Append"/> and <see cref="Delete"/> did is durable once they have returned Done.
    /// After any other end (Failed, or no return for a power cut) a file written or appended to holds its old content,
    /// followed by nothing, by a part, or by bytes that nobody wrote; a file being replaced may hold anything.
    /// Bytes that were durable before an append stay what they were.
    /// </remarks>
    public interface IFileStore
    {
        /// <summary>Reads a whole file into a buffer.</summary>
        /// <param name="name">File name without a path, e.g. <c>ulmedge.json</c>.</param>
        /// <param name="buffer">Takes the content from its start.</param>
        /// <param name="length">Bytes read; 0 unless Done.</param>
        StoreResult Read(string name, byte[] buffer, out int length);

        /// <summary>Reads a part of a file.</summary>
        /// <param name="name">File name without a path.</param>
        /// <param name="position">Where to begin; at or beyond the end there is nothing to read, which is Done.</param>
        /// <param name="buffer">Takes what was read from its start.</param>
        /// <param name="length">Bytes read: as many as fit into the buffer or the file still has.</param>
        StoreResult ReadAt(string name, int position, byte[] buffer, out int length);

        /// <summary>Replaces a whole file, or makes it.</summary>
        StoreResult Write(string name, byte[] content, int length);

        /// <summary>Adds to the end of a file, or makes it.</summary>
        StoreResult Append(string name, byte[] content, int length);

        /// <summary>Removes a file. There being none is Done, too.</summary>
        StoreResult Delete(string name);

        /// <summary>The names of all files, in no order; null if the flash cannot say.</summary>
        string[] List();
    }
}
