namespace UlmEdge.Ports
{
    /// <summary>Small whole files in the board's flash. A file is durable once <see cref="Write"/> has returned Done.</summary>
    public interface IFileStore
    {
        /// <summary>Reads a whole file into a buffer.</summary>
        /// <param name="name">File name without a path, e.g. <c>ulmedge.json</c>.</param>
        /// <param name="buffer">Takes the content from its start.</param>
        /// <param name="length">Bytes read; 0 unless Done.</param>
        StoreResult Read(string name, byte[] buffer, out int length);

        /// <summary>Replaces a whole file. A power cut on the way can leave the old, the new or no content.</summary>
        StoreResult Write(string name, byte[] content, int length);
    }
}
