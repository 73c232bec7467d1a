namespace UlmEdge.Core.Publishing
{
    /// <summary>How far one of the two streams of batches, the backlog or the fresh data, has been sent.</summary>
    internal sealed class ReadCursor
    {
        /// <summary>The sample that comes next.</summary>
        public int Next { get; private set; }

        /// <summary>One after the last sample that belongs to the stream.</summary>
        public int End { get; private set; }

        /// <summary>Whether nothing is left to read, as far as is known.</summary>
        public bool IsAtEnd { get; set; }

        /// <summary>Begins anew.</summary>
        public void Restart(int next, int end)
        {
            Next = next;
            End = end;
            IsAtEnd = next >= end;
        }

        /// <summary>Goes on behind a batch.</summary>
        public void MoveTo(int endSample)
        {
            Next = endSample > Next ? endSample : Next;
        }
    }
}
