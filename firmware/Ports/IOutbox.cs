namespace UlmEdge.Ports
{
    /// <summary>Keeps closed batches, oldest first, until the broker has them.</summary>
    public interface IOutbox
    {
        /// <summary>Batches waiting.</summary>
        int Count { get; }

        /// <summary>Number of the oldest sample waiting; meaningless while <see cref="Count"/> is 0.</summary>
        int OldestSample { get; }

        /// <summary>Adds a batch at the end; the oldest batches give way when there is no room.</summary>
        /// <returns>The number of samples that had to give way, 0 at best.</returns>
        int Append(byte[] bytes, int length, int firstSample, int sampleCount);

        /// <summary>Copies the oldest batch without removing it.</summary>
        bool TryPeek(byte[] buffer, out int length);

        /// <summary>Removes the oldest batch if it begins with this sample; else it has given way already.</summary>
        /// <returns>The number of samples removed.</returns>
        int Remove(int firstSample);
    }
}
