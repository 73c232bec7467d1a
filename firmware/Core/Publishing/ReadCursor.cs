namespace UlmEdge.Core.Publishing
{
    /// <summary>How far one of the two streams of batches, the backlog or the fresh data, has been sent.</summary>
    internal sealed class ReadCursor
    {
        /// <summary>The sample with which it began.</summary>
        public int First { get; private set; }

        /// <summary>The sample that comes next.</summary>
        public int Next { get; private set; }

        /// <summary>One after the last sample that belongs to the stream.</summary>
        public int End { get; private set; }

        /// <summary>Whether nothing is left to read, as far as is known.</summary>
        public bool IsAtEnd { get; set; } = true;

        /// <summary>Begins anew.</summary>
        public void Restart(int next, int end)
        {
            First = next;
            Next = next;
            End = end;
            IsAtEnd = next >= end;
        }

        /// <summary>Goes back to a sample, if it has passed it.</summary>
        public void MoveBack(int sample)
        {
            IsAtEnd &= sample >= Next;
            Next = sample < Next ? sample : Next;
        }

        /// <summary>Goes on behind a batch.</summary>
        public void MoveTo(int endSample)
        {
            Next = endSample > Next ? endSample : Next;
        }
    }
}
