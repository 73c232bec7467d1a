namespace UlmEdge.Core.Journal
{
    /// <summary>What happened to a range of samples of which not all will arrive as they were taken.</summary>
    /// <remarks>
    /// Most entries have one cause for all their samples. When the ledger is full, two neighbours become one, with the
    /// samples between them: then <see cref="Sent"/> counts those that arrived, and what no count covers is waiting.
    /// </remarks>
    public sealed class GapEntry
    {
        /// <summary>The number of causes.</summary>
        public const int Causes = 4;

        /// <summary>First sample.</summary>
        public int First;

        /// <summary>One after the last sample.</summary>
        public int End;

        /// <summary>Samples sent, in an entry of mixed content.</summary>
        public int Sent;

        /// <summary>Rows of the summaries that stand for the thinned samples.</summary>
        public int Rows;

        /// <summary>Samples by cause.</summary>
        public readonly int[] Count = new int[Causes];

        /// <summary>Samples of the range.</summary>
        public int Size => End - First;

        /// <summary>Samples that neither arrived nor have a cause.</summary>
        public int Waiting
        {
            get
            {
                int waiting = Size - Sent;
                for (int i = 0; i < Causes; i++)
                {
                    waiting -= Count[i];
                }

                return waiting;
            }
        }

        /// <summary>Whether all samples have one cause.</summary>
        public bool IsUniform => IsOnly(GapCause.Thinned) || IsOnly(GapCause.Evicted)
            || IsOnly(GapCause.Unreadable) || IsOnly(GapCause.NotStored);

        /// <summary>Whether all samples have this cause.</summary>
        public bool IsOnly(GapCause cause)
        {
            return Count[(int)cause] == Size;
        }

        /// <summary>A part of a count that belongs to a part of the samples.</summary>
        public static int Share(int count, int part, int whole)
        {
            return (int)((long)count * part / whole);
        }

        /// <summary>Becomes an entry of one cause.</summary>
        public void Set(int first, int end, GapCause cause, int rows)
        {
            First = first;
            End = end;
            Sent = 0;
            Rows = rows;
            for (int i = 0; i < Causes; i++)
            {
                Count[i] = i == (int)cause ? end - first : 0;
            }
        }

        /// <summary>Becomes the same as another one.</summary>
        public void Set(GapEntry other)
        {
            First = other.First;
            End = other.End;
            Sent = other.Sent;
            Rows = other.Rows;
            for (int i = 0; i < Causes; i++)
            {
                Count[i] = other.Count[i];
            }
        }

        /// <summary>Becomes a part of itself; all its samples have one cause.</summary>
        public void Cut(int first, int end)
        {
            Rows = Share(Rows, end - first, Size);
            for (int i = 0; i < Causes; i++)
            {
                Count[i] = Count[i] == 0 ? 0 : end - first;
            }

            First = first;
            End = end;
        }

        /// <summary>Takes in the entry that follows, and the samples between.</summary>
        /// <param name="next">That entry.</param>
        /// <param name="sentBetween">How many of the samples between have arrived.</param>
        public void Absorb(GapEntry next, int sentBetween)
        {
            End = next.End;
            Sent += next.Sent + sentBetween;
            Rows += next.Rows;
            for (int i = 0; i < Causes; i++)
            {
                Count[i] += next.Count[i];
            }
        }

        /// <summary>
        /// Gives some samples of an entry of mixed content a cause: waiting ones, or those that were thinned before. Which ones
        /// is not known; what is thinned is the oldest, and so it is what goes first.
        /// </summary>
        public void Mix(int samples, GapCause cause, int rows)
        {
            int thinned = cause == GapCause.Thinned ? 0 : Smaller(samples, Count[(int)GapCause.Thinned]);
            if (thinned > 0)
            {
                Rows -= Share(Rows, thinned, Count[(int)GapCause.Thinned]);
                Count[(int)GapCause.Thinned] -= thinned;
            }

            Count[(int)cause] += thinned + Smaller(samples - thinned, Waiting - thinned);
            Rows += rows;
        }

        private static int Smaller(int one, int other)
        {
            return one < other ? one : other;
        }
    }
}
