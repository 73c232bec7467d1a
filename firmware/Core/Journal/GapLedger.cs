using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Journal
{
    /// <summary>Says of every sample that will not arrive as it was taken why that is so.</summary>
    /// <remarks>
    /// Invariant: entries are sorted and do not overlap; a sample of no entry is sent if it is settled, else waiting.
    /// When there is no room for another entry, the oldest of those that cannot change any more is added to the sums of all
    /// samples below <see cref="FoldedUpTo"/>: sums stay right, only ranges grow coarse.
    /// </remarks>
    public sealed class GapLedger
    {
        /// <summary>Entries that fit.</summary>
        public const int EntriesMax = 40;

        /// <summary>The most bytes that a written ledger can have: sums of what was folded, and then the entries.</summary>
        public const int BytesMax = ((2 + GapEntry.Causes) * 5) + 1 + ((EntriesMax + Spare) * 16);

        private const int Spare = 2;

        private readonly GapEntry[] _entries = new GapEntry[EntriesMax + Spare];
        private readonly FoldedGaps _folded = new FoldedGaps();
        private readonly SettledSamples _settled;

        /// <summary>An empty ledger beside a set of settled samples.</summary>
        public GapLedger(SettledSamples settled)
        {
            _settled = settled;
            for (int i = 0; i < _entries.Length; i++)
            {
                _entries[i] = new GapEntry();
            }
        }

        /// <summary>Entries.</summary>
        public int Count { get; private set; }

        /// <summary>Of the samples below this number, all of them settled, only sums are known.</summary>
        public int FoldedUpTo => _folded.UpTo;

        /// <summary>Whether it says more than what is in flash: that must change before what it says may count as settled.</summary>
        public bool IsAhead { get; private set; }

        /// <summary>Forgets everything.</summary>
        public void Clear()
        {
            Count = 0;
            IsAhead = false;
            _folded.Clear();
        }

        /// <summary>Takes note that everything is in flash.</summary>
        public void BecomeDurable()
        {
            IsAhead = false;
        }

        /// <summary>Notes a cause for samples. Thinned ones can become coarser, or go; any other cause stays what it is.</summary>
        /// <param name="first">First sample.</param>
        /// <param name="end">One after the last.</param>
        /// <param name="cause">Why they will not arrive.</param>
        /// <param name="rows">For <see cref="GapCause.Thinned"/>: the rows of summaries that stand for them.</param>
        /// <returns>False if there was no room for all.</returns>
        public bool Note(int first, int end, GapCause cause, int rows)
        {
            int sample = NextOpen(first < FoldedUpTo ? FoldedUpTo : first);
            while (sample < end)
            {
                if (!MakeRoom())
                {
                    return false;
                }

                int until = NextFinal(sample, end);
                Put(sample, until, cause, rows);
                rows = 0;
                sample = NextOpen(until);
            }

            return true;
        }

        /// <summary>Takes back that samples of a range were thinned: they are there as they were taken.</summary>
        public void ForgetThinned(int first, int end)
        {
            for (int i = Count - 1; i >= 0; i--)
            {
                GapEntry entry = _entries[i];
                bool becomesTwo = entry.First < first && entry.End > end;
                if (entry.Cause == GapCause.Thinned && (Count < EntriesMax || !becomesTwo))
                {
                    Carve(Larger(first, entry.First), Smaller(end, entry.End));
                }
            }
        }

        /// <summary>The first sample from a number on of which the ledger says nothing, or says it only in sums.</summary>
        public int NextFree(int sample)
        {
            for (int i = 0; i < Count; i++)
            {
                if (sample >= _entries[i].First && sample < _entries[i].End)
                {
                    sample = _entries[i].End;
                }
            }

            return sample;
        }

        /// <summary>The first sample from a number on of which the ledger says something, or a limit.</summary>
        public int NextNoted(int sample, int limit)
        {
            for (int i = 0; i < Count; i++)
            {
                if (_entries[i].End > sample)
                {
                    int next = _entries[i].First > sample ? _entries[i].First : sample;
                    return next < limit ? next : limit;
                }
            }

            return limit;
        }

        /// <summary>What became of the samples from <paramref name="first"/> to before <paramref name="end"/>.</summary>
        public LedgerTotals Account(int first, int end)
        {
            LedgerTotals totals = new LedgerTotals();
            Account(first, end, totals);
            return totals;
        }

        /// <summary>The same into totals that there are already; what they held is forgotten.</summary>
        public void Account(int first, int end, LedgerTotals totals)
        {
            totals.Clear();
            _folded.AddTo(totals, Overlap(first, end, 0, FoldedUpTo));
            first = first < FoldedUpTo ? FoldedUpTo : first;
            end = end < first ? first : end;
            int plain = end - first;
            int settled = _settled.CountIn(first, end);
            for (int i = 0; i < Count; i++)
            {
                GapEntry entry = _entries[i];
                int samples = Overlap(first, end, entry.First, entry.End);
                if (samples > 0)
                {
                    plain -= samples;
                    settled -= _settled.CountIn(Larger(first, entry.First), Smaller(end, entry.End));
                    totals.Add(entry.Cause, samples);
                    totals.ThinnedInto += GapEntry.Share(entry.Rows, samples, entry.Size);
                }
            }

            totals.Sent += settled;
            totals.Waiting += plain - settled;
        }

        /// <summary>Writes all entries.</summary>
        public void Write(BitWriter writer)
        {
            _folded.Write(writer);
            writer.WriteVarint((uint)Count);
            int from = FoldedUpTo;
            for (int i = 0; i < Count; i++)
            {
                GapEntry entry = _entries[i];
                writer.Write((uint)entry.Cause, 8);
                writer.WriteVarint((uint)(entry.First - from));
                writer.WriteVarint((uint)entry.Size);
                writer.WriteVarint((uint)entry.Rows);
                from = entry.End;
            }
        }

        /// <summary>Reads entries.</summary>
        /// <returns>False if they break the invariant; then the ledger is empty.</returns>
        public bool Read(BitReader reader)
        {
            Clear();
            bool isSound = _folded.Read(reader) && ReadEntries(reader, reader.ReadVarint());
            if (!isSound)
            {
                Clear();
            }

            return isSound;
        }

        private void Put(int first, int end, GapCause cause, int rows)
        {
            IsAhead = true;
            Carve(first, end);
            int at = 0;
            while (at < Count && _entries[at].First < first)
            {
                at++;
            }

            GapEntry entry = InsertAt(at);
            entry.First = first;
            entry.End = end;
            entry.Cause = cause;
            entry.Rows = rows;
            JoinAlike(at);
            JoinAlike(at - 1);
        }

        // The first sample from a number on whose cause may still change.
        private int NextOpen(int sample)
        {
            for (int i = 0; i < Count; i++)
            {
                if (sample >= _entries[i].First && sample < _entries[i].End && _entries[i].Cause != GapCause.Thinned)
                {
                    sample = _entries[i].End;
                }
            }

            return sample;
        }

        private int NextFinal(int sample, int limit)
        {
            for (int i = 0; i < Count; i++)
            {
                if (_entries[i].First > sample && _entries[i].Cause != GapCause.Thinned)
                {
                    return Smaller(_entries[i].First, limit);
                }
            }

            return limit;
        }

        private bool ReadEntries(BitReader reader, uint count)
        {
            if (count > EntriesMax)
            {
                return false;
            }

            int from = FoldedUpTo;
            for (uint i = 0; i < count; i++)
            {
                GapEntry entry = _entries[i];
                uint cause = reader.Read(8);
                entry.Cause = (GapCause)cause;
                entry.First = from + (int)(long)reader.ReadVarint();
                entry.End = entry.First + (int)(long)reader.ReadVarint();
                entry.Rows = (int)(long)reader.ReadVarint();
                if (reader.Failed || cause >= GapEntry.Causes || entry.First < from || entry.End <= entry.First)
                {
                    return false;
                }

                from = entry.End;
            }

            Count = (int)(long)count;
            return true;
        }

        // Carving can make two of one, and one is to be inserted.
        private bool MakeRoom()
        {
            while (Count > EntriesMax - 2)
            {
                GapEntry oldest = _entries[0];
                if (oldest.End > _settled.UpTo)
                {
                    return false; // It may still change.
                }

                _folded.Add(oldest);
                RemoveAt(0);
            }

            return true;
        }

        private static int Overlap(int first, int end, int otherFirst, int otherEnd)
        {
            int samples = Smaller(end, otherEnd) - Larger(first, otherFirst);
            return samples > 0 ? samples : 0;
        }

        private static int Larger(int one, int other)
        {
            return one > other ? one : other;
        }

        private static int Smaller(int one, int other)
        {
            return one < other ? one : other;
        }

        private void Carve(int first, int end)
        {
            if (first >= end)
            {
                return;
            }

            for (int i = Count - 1; i >= 0; i--)
            {
                GapEntry entry = _entries[i];
                if (entry.First >= end || entry.End <= first)
                {
                    continue;
                }

                if (entry.First < first && entry.End > end)
                {
                    GapEntry rest = InsertAt(i + 1);
                    rest.First = entry.First;
                    rest.End = entry.End;
                    rest.Cause = entry.Cause;
                    rest.Rows = entry.Rows;
                    Cut(rest, end, rest.End);
                    Cut(entry, entry.First, first);
                }
                else if (entry.First < first)
                {
                    Cut(entry, entry.First, first);
                }
                else if (entry.End > end)
                {
                    Cut(entry, end, entry.End);
                }
                else
                {
                    RemoveAt(i);
                }
            }
        }

        private static void Cut(GapEntry entry, int first, int end)
        {
            entry.Rows = GapEntry.Share(entry.Rows, end - first, entry.Size);
            entry.First = first;
            entry.End = end;
        }

        private void JoinAlike(int at)
        {
            if (at < 0 || at + 1 >= Count)
            {
                return;
            }

            GapEntry entry = _entries[at];
            GapEntry next = _entries[at + 1];
            if (entry.End == next.First && entry.Cause == next.Cause && AreAlikeCoarse(entry, next))
            {
                entry.End = next.End;
                entry.Rows += next.Rows;
                RemoveAt(at + 1);
            }
        }

        // Ten minutes and hours stay apart: else a part's share of the summaries would be a guess.
        private static bool AreAlikeCoarse(GapEntry entry, GapEntry next)
        {
            long one = (long)entry.Rows * next.Size;
            long other = (long)next.Rows * entry.Size;
            return one <= 2 * other && other <= 2 * one;
        }

        private GapEntry InsertAt(int at)
        {
            GapEntry spare = _entries[Count];
            for (int i = Count; i > at; i--)
            {
                _entries[i] = _entries[i - 1];
            }

            _entries[at] = spare;
            Count++;
            return spare;
        }

        private void RemoveAt(int at)
        {
            GapEntry spare = _entries[at];
            Count--;
            for (int i = at; i < Count; i++)
            {
                _entries[i] = _entries[i + 1];
            }

            _entries[Count] = spare;
        }
    }
}
