using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Journal
{
    /// <summary>The sample numbers that need no more care, because the broker has them or because they are gone for good.</summary>
    /// <remarks>
    /// All numbers below <see cref="UpTo"/>, and a few islands above it: acknowledgements come in any order, and fresh data
    /// overtake a backlog. Invariant: islands are sorted, not empty, and touch neither each other nor UpTo.
    /// </remarks>
    public sealed class SettledSamples
    {
        /// <summary>Islands that can be told apart; what would need another one stays unsettled, and is sent again.</summary>
        public const int IslandsMax = 6;

        /// <summary>The most bytes that a written set can have.</summary>
        public const int BytesMax = 5 + 1 + (IslandsMax * 10);

        private readonly int[] _first = new int[IslandsMax];
        private readonly int[] _end = new int[IslandsMax];

        /// <summary>All numbers below this one are settled.</summary>
        public int UpTo { get; private set; }

        /// <summary>Islands above <see cref="UpTo"/>.</summary>
        public int IslandCount { get; private set; }

        /// <summary>One after the highest number that is settled.</summary>
        public int End => IslandCount > 0 ? _end[IslandCount - 1] : UpTo;

        /// <summary>Forgets everything but that the numbers below this one are settled.</summary>
        public void Restart(int upTo)
        {
            UpTo = upTo;
            IslandCount = 0;
        }

        /// <summary>Settles the numbers from <paramref name="first"/> to before <paramref name="end"/>.</summary>
        /// <returns>False if there was no room to note it; then nothing changed.</returns>
        public bool Add(int first, int end)
        {
            if (end <= UpTo || first >= end)
            {
                return true;
            }

            if (!HasRoomFor(first, end))
            {
                return false;
            }

            int at = 0;
            while (at < IslandCount && _end[at] < first)
            {
                at++;
            }

            int past = at;
            while (past < IslandCount && _first[past] <= end)
            {
                first = _first[past] < first ? _first[past] : first;
                end = _end[past] > end ? _end[past] : end;
                past++;
            }

            if (first <= UpTo)
            {
                UpTo = end;
                Replace(0, past, false, 0, 0);
                return true;
            }

            Replace(at, past, true, first, end);
            return true;
        }

        /// <summary>Whether <see cref="Add(int, int)"/> would find room.</summary>
        public bool HasRoomFor(int first, int end)
        {
            bool hasRoom = first <= UpTo || IslandCount < IslandsMax;
            for (int i = 0; i < IslandCount && !hasRoom; i++)
            {
                hasRoom = _end[i] >= first && _first[i] <= end;
            }

            return hasRoom;
        }

        /// <summary>Settles all that another set has settled, as far as there is room.</summary>
        public void Add(SettledSamples other)
        {
            Add(0, other.UpTo);
            for (int i = 0; i < other.IslandCount; i++)
            {
                Add(other._first[i], other._end[i]);
            }

            for (int i = 0; i < other.IslandCount; i++)
            {
                Add(other._first[i], other._end[i]); // Those that joined islands have made room for those that came before.
            }
        }

        /// <summary>How many numbers from <paramref name="first"/> to before <paramref name="end"/> are settled.</summary>
        public int CountIn(int first, int end)
        {
            int count = Overlap(first, end, 0, UpTo);
            for (int i = 0; i < IslandCount; i++)
            {
                count += Overlap(first, end, _first[i], _end[i]);
            }

            return count;
        }

        /// <summary>Whether all numbers from <paramref name="first"/> to before <paramref name="end"/> are settled.</summary>
        public bool Covers(int first, int end)
        {
            return CountIn(first, end) == end - first;
        }

        /// <summary>The first number from <paramref name="sample"/> on that is not settled.</summary>
        public int NextOpen(int sample)
        {
            sample = sample < UpTo ? UpTo : sample;
            for (int i = 0; i < IslandCount; i++)
            {
                if (sample >= _first[i] && sample < _end[i])
                {
                    return _end[i];
                }
            }

            return sample;
        }

        /// <summary>The first number from <paramref name="sample"/> on that is settled, or <paramref name="limit"/>.</summary>
        public int NextSettled(int sample, int limit)
        {
            if (sample < UpTo)
            {
                return sample < limit ? sample : limit;
            }

            for (int i = 0; i < IslandCount; i++)
            {
                if (_end[i] > sample)
                {
                    int next = _first[i] > sample ? _first[i] : sample;
                    return next < limit ? next : limit;
                }
            }

            return limit;
        }

        /// <summary>Writes the set, relative to a number that is close to most of it: two bytes when nothing is open below.</summary>
        public void Write(BitWriter writer, int near)
        {
            writer.WriteVarint(RiceColumn.ZigZag(near - UpTo));
            writer.WriteVarint((uint)IslandCount);
            int from = UpTo;
            for (int i = 0; i < IslandCount; i++)
            {
                writer.WriteVarint((uint)(_first[i] - from));
                writer.WriteVarint((uint)(_end[i] - _first[i]));
                from = _end[i];
            }
        }

        /// <summary>Reads a set.</summary>
        /// <returns>False if it breaks the invariant; then the set is undefined.</returns>
        public bool Read(BitReader reader, int near)
        {
            Restart(near - RiceColumn.ZagZig(reader.ReadVarint()));
            uint count = reader.ReadVarint();
            if (reader.Failed || count > IslandsMax || UpTo < 0)
            {
                return false;
            }

            int from = UpTo;
            for (uint i = 0; i < count; i++)
            {
                int first = from + (int)(long)reader.ReadVarint();
                int end = first + (int)(long)reader.ReadVarint();
                if (reader.Failed || first <= from || end <= first)
                {
                    return false;
                }

                _first[i] = first;
                _end[i] = end;
                from = end;
            }

            IslandCount = (int)(long)count;
            return true;
        }

        private static int Overlap(int first, int end, int otherFirst, int otherEnd)
        {
            int from = first > otherFirst ? first : otherFirst;
            int to = end < otherEnd ? end : otherEnd;
            return to > from ? to - from : 0;
        }

        // Puts one island, or none, in the place of those from at to before past.
        private void Replace(int at, int past, bool withOne, int first, int end)
        {
            int shift = at + (withOne ? 1 : 0) - past;
            if (shift > 0)
            {
                for (int i = IslandCount - 1; i >= past; i--)
                {
                    _first[i + shift] = _first[i];
                    _end[i + shift] = _end[i];
                }
            }
            else if (shift < 0)
            {
                for (int i = past; i < IslandCount; i++)
                {
                    _first[i + shift] = _first[i];
                    _end[i + shift] = _end[i];
                }
            }

            IslandCount += shift;
            if (withOne)
            {
                _first[at] = first;
                _end[at] = end;
            }
        }
    }
}
