using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Journal
{
    /// <summary>Says of every sample that will not arrive as it was taken why that is so.</summary>
    /// <remarks>
    /// Invariant: entries are sorted and do not overlap; a sample of no entry is sent if it is settled, else waiting.
    /// When there is no room for another entry the two oldest become one: sums stay right, only ranges grow coarse.
    /// </remarks>
    public sealed class GapLedger
    {
        /// <summary>Entries that fit.</summary>
        public const int EntriesMax = 40;

        private readonly GapEntry[] _entries = new GapEntry[EntriesMax + 2];
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

        /// <summary>Whether something was noted that is not in flash yet.</summary>
        public bool IsDirty { get; private set; }

        /// <summary>Forgets everything.</summary>
        public void Clear()
        {
            Count = 0;
        }

        /// <summary>Takes note that everything is in flash.</summary>
        public void MarkDurable()
        {
            IsDirty = false;
        }

        /// <summary>Notes a cause for samples; what was noted about them before is replaced.</summary>
        /// <param name="first">First sample.</param>
        /// <param name="end">One after the last.</param>
        /// <param name="cause">Why they will not arrive.</param>
        /// <param name="rows">For <see cref="GapCause.Thinned"/>: the rows of summaries that stand for them.</param>
        public void Note(int first, int end, GapCause cause, int rows)
        {
            IsDirty |= first < end;
            if (first >= end || NotedInMixed(first, end, cause, rows))
            {
                return;
            }

            Carve(first, end);
            int at = 0;
            while (at < Count && _entries[at].First < first)
            {
                at++;
            }

            GapEntry entry = InsertAt(at);
            entry.First = first;
            entry.End = end;
            entry.Sent = 0;
            entry.Rows = rows;
            for (int i = 0; i < GapEntry.Causes; i++)
            {
                entry.Count[i] = i == (int)cause ? end - first : 0;
            }

            JoinAlike(at);
            JoinAlike(at - 1);
            while (Count > EntriesMax)
            {
                Join(0, _settled.CountIn(_entries[0].End, _entries[1].First));
            }
        }

        /// <summary>Takes note that samples are about to be settled because the broker has them.</summary>
        public void NoteSent(int first, int end)
        {
            for (int i = 0; i < Count; i++)
            {
                GapEntry entry = _entries[i];
                int from = Larger(first, entry.First);
                int to = Smaller(end, entry.End);
                if (to > from && !entry.IsUniform)
                {
                    entry.Sent += to - from - _settled.CountIn(from, to);
                }
            }
        }

        /// <summary>The first sample from a number on that is in no entry of one cause, or the limit.</summary>
        /// <param name="sample">Where to begin.</param>
        /// <param name="limit">Where to end.</param>
        /// <param name="skipsThinned">Whether entries of thinned samples count.</param>
        public int NextFree(int sample, int limit, bool skipsThinned)
        {
            for (int i = 0; i < Count; i++)
            {
                if (_entries[i].First <= sample && _entries[i].End > sample && IsNoted(_entries[i], skipsThinned))
                {
                    sample = _entries[i].End;
                }
            }

            return Smaller(sample, limit);
        }

        /// <summary>The first sample from a number on that is in an entry of one cause, or the limit.</summary>
        /// <param name="sample">Where to begin.</param>
        /// <param name="limit">Where to end.</param>
        /// <param name="skipsThinned">Whether entries of thinned samples count.</param>
        public int NextNoted(int sample, int limit, bool skipsThinned)
        {
            for (int i = 0; i < Count; i++)
            {
                if (_entries[i].End > sample && IsNoted(_entries[i], skipsThinned))
                {
                    return Smaller(limit, Larger(sample, _entries[i].First));
                }
            }

            return limit;
        }

        /// <summary>What became of the samples from <paramref name="first"/> to before <paramref name="end"/>, all taken.</summary>
        public LedgerTotals Account(int first, int end)
        {
            LedgerTotals totals = new LedgerTotals { Taken = end - first };
            int plain = end - first;
            int sent = _settled.CountIn(first, end);
            for (int i = 0; i < Count; i++)
            {
                int from = Larger(first, _entries[i].First);
                int to = Smaller(end, _entries[i].End);
                if (to > from)
                {
                    plain -= to - from;
                    sent -= _settled.CountIn(from, to);
                    Add(totals, _entries[i], to - from);
                }
            }

            totals.Sent += sent;
            totals.Waiting += plain - sent;
            return totals;
        }

        /// <summary>Writes all entries.</summary>
        public void Write(BitWriter writer)
        {
            writer.WriteVarint((uint)Count);
            int from = 0;
            for (int i = 0; i < Count; i++)
            {
                GapEntry entry = _entries[i];
                writer.WriteVarint((uint)(entry.First - from));
                writer.WriteVarint((uint)entry.Size);
                writer.WriteVarint((uint)entry.Sent);
                writer.WriteVarint((uint)entry.Rows);
                for (int j = 0; j < GapEntry.Causes; j++)
                {
                    writer.WriteVarint((uint)entry.Count[j]);
                }

                from = entry.End;
            }
        }

        /// <summary>Reads entries.</summary>
        /// <returns>False if they break the invariant; then the ledger is empty.</returns>
        public bool Read(BitReader reader)
        {
            uint count = reader.ReadVarint();
            Count = count <= EntriesMax ? (int)(long)count : 0;
            bool isSound = count <= EntriesMax;
            int from = 0;
            for (int i = 0; i < Count && isSound; i++)
            {
                GapEntry entry = _entries[i];
                entry.First = from + (int)(long)reader.ReadVarint();
                entry.End = entry.First + (int)(long)reader.ReadVarint();
                entry.Sent = (int)(long)reader.ReadVarint();
                entry.Rows = (int)(long)reader.ReadVarint();
                int sum = entry.Sent;
                for (int j = 0; j < GapEntry.Causes; j++)
                {
                    entry.Count[j] = (int)(long)reader.ReadVarint();
                    sum += entry.Count[j];
                }

                isSound = !reader.Failed && entry.First >= from && entry.Size > 0 && sum <= entry.Size;
                from = entry.End;
            }

            Count = isSound ? Count : 0;
            return isSound;
        }

        private static void Add(LedgerTotals totals, GapEntry entry, int overlap)
        {
            int thinned = Share(entry.Count[(int)GapCause.Thinned], overlap, entry.Size);
            int evicted = Share(entry.Count[(int)GapCause.Evicted], overlap, entry.Size);
            int unreadable = Share(entry.Count[(int)GapCause.Unreadable], overlap, entry.Size);
            int notStored = Share(entry.Count[(int)GapCause.NotStored], overlap, entry.Size);
            int sent = Share(entry.Sent, overlap, entry.Size);
            totals.Thinned += thinned;
            totals.ThinnedInto += Share(entry.Rows, overlap, entry.Size);
            totals.Evicted += evicted;
            totals.Unreadable += unreadable;
            totals.NotStored += notStored;
            totals.Sent += sent;
            totals.Waiting += overlap - thinned - evicted - unreadable - notStored - sent;
        }

        private static bool IsNoted(GapEntry entry, bool orThinned)
        {
            return entry.IsUniform && (orThinned || !entry.IsOnly(GapCause.Thinned));
        }

        private static int Share(int count, int part, int whole)
        {
            return (int)((long)count * part / whole);
        }

        private static int Larger(int one, int other)
        {
            return one > other ? one : other;
        }

        private static int Smaller(int one, int other)
        {
            return one < other ? one : other;
        }

        // Within an entry of mixed content only the counts can change: its samples are not told apart any more.
        private bool NotedInMixed(int first, int end, GapCause cause, int rows)
        {
            for (int i = 0; i < Count; i++)
            {
                GapEntry entry = _entries[i];
                if (entry.IsUniform || entry.First >= end || entry.End <= first)
                {
                    continue;
                }

                int from = Larger(first, entry.First);
                int to = Smaller(end, entry.End);
                int waiting = entry.Size - entry.Sent;
                for (int j = 0; j < GapEntry.Causes; j++)
                {
                    waiting -= entry.Count[j];
                }

                entry.Count[(int)cause] += Smaller(to - from, waiting);
                entry.Rows += rows;
                Note(first, from, cause, 0);
                Note(to, end, cause, 0);
                return true;
            }

            return false;
        }

        // Takes a range out of the entries, all of which that it touches are uniform.
        private void Carve(int first, int end)
        {
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
                    Copy(entry, rest);
                    Cut(rest, end, rest.End);
                    Cut(entry, entry.First, first);
                }
                else if (entry.First < first || entry.End > end)
                {
                    Cut(entry, entry.First < first ? entry.First : end, entry.First < first ? first : entry.End);
                }
                else
                {
                    RemoveAt(i);
                }
            }
        }

        private static void Cut(GapEntry entry, int first, int end)
        {
            entry.Rows = Share(entry.Rows, end - first, entry.Size);
            for (int i = 0; i < GapEntry.Causes; i++)
            {
                entry.Count[i] = entry.Count[i] == 0 ? 0 : end - first;
            }

            entry.First = first;
            entry.End = end;
        }

        private static void Copy(GapEntry from, GapEntry to)
        {
            to.First = from.First;
            to.End = from.End;
            to.Sent = from.Sent;
            to.Rows = from.Rows;
            for (int i = 0; i < GapEntry.Causes; i++)
            {
                to.Count[i] = from.Count[i];
            }
        }

        private void JoinAlike(int at)
        {
            if (at < 0 || at + 1 >= Count || _entries[at].End != _entries[at + 1].First)
            {
                return;
            }

            for (int i = 0; i < GapEntry.Causes; i++)
            {
                if (_entries[at].IsOnly((GapCause)i) && _entries[at + 1].IsOnly((GapCause)i))
                {
                    Join(at, 0);
                    return;
                }
            }
        }

        private void Join(int at, int sentBetween)
        {
            GapEntry entry = _entries[at];
            GapEntry next = _entries[at + 1];
            entry.End = next.End;
            entry.Sent += next.Sent + sentBetween;
            entry.Rows += next.Rows;
            for (int i = 0; i < GapEntry.Causes; i++)
            {
                entry.Count[i] += next.Count[i];
            }

            RemoveAt(at + 1);
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
