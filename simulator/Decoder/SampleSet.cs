namespace UlmEdge.Decoder;

/// <summary>A set of sample numbers, kept as intervals: dense numbers cost one entry however many they are.</summary>
/// <param name="intervalsMax">Intervals that are kept; beyond them the lowest is forgotten.</param>
public sealed class SampleSet(int intervalsMax = int.MaxValue)
{
    private readonly List<(int First, int Last)> _intervals = [];

    /// <summary>How many numbers are in the set.</summary>
    public int Count { get; private set; }

    /// <summary>The lowest number; the set must not be empty.</summary>
    public int First => _intervals[0].First;

    /// <summary>One after the highest number; the set must not be empty.</summary>
    public int End => _intervals[^1].Last + 1;

    /// <summary>How many numbers are missing between the lowest and the highest.</summary>
    public int MissingCount => Count == 0 ? 0 : End - First - Count;

    /// <summary>Adds numbers.</summary>
    /// <param name="first">The first.</param>
    /// <param name="end">One after the last.</param>
    /// <returns>How many of them were not there.</returns>
    public int AddRange(int first, int end)
    {
        // Those that the range touches or covers become one with it.
        int from = FirstIntervalAfter(first);
        from -= from > 0 && _intervals[from - 1].Last >= first - 1 ? 1 : 0;
        int until = from;
        int covered = 0;
        int low = first;
        int high = end - 1;
        for (; until < _intervals.Count && _intervals[until].First <= end; until++)
        {
            (int intervalFirst, int intervalLast) = _intervals[until];
            covered += intervalLast - intervalFirst + 1;
            low = Math.Min(low, intervalFirst);
            high = Math.Max(high, intervalLast);
        }

        if (until == from + 1)
        {
            _intervals[from] = (low, high);
        }
        else
        {
            _intervals.RemoveRange(from, until - from);
            _intervals.Insert(from, (low, high));
        }

        int added = high - low + 1 - covered;
        Count += added;
        ForgetBeyond();
        return added;
    }

    /// <summary>Adds a number.</summary>
    /// <returns>False when it was there already.</returns>
    public bool Add(int number) => AddRange(number, number + 1) == 1;

    /// <summary>Whether a number is in the set.</summary>
    public bool Contains(int number)
    {
        int next = FirstIntervalAfter(number);
        return next > 0 && number <= _intervals[next - 1].Last;
    }

    /// <summary>The ranges of numbers from first up to, not including, end that are not in the set.</summary>
    public IReadOnlyList<(int First, int End)> Gaps(int first, int end)
    {
        List<(int First, int End)> gaps = [];
        foreach ((int intervalFirst, int intervalLast) in _intervals)
        {
            if (intervalFirst > first && first < end)
            {
                gaps.Add((first, Math.Min(intervalFirst, end)));
            }

            first = Math.Max(first, intervalLast + 1);
        }

        if (first < end)
        {
            gaps.Add((first, end));
        }

        return gaps;
    }

    /// <summary>How many numbers from first up to, not including, end are in the set.</summary>
    public int CountBetween(int first, int end)
    {
        int count = 0;
        foreach ((int intervalFirst, int intervalLast) in _intervals)
        {
            count += Math.Max(0, Math.Min(intervalLast + 1, end) - Math.Max(intervalFirst, first));
        }

        return count;
    }

    private void ForgetBeyond()
    {
        if (_intervals.Count > intervalsMax)
        {
            Count -= _intervals[0].Last - _intervals[0].First + 1;
            _intervals.RemoveAt(0);
        }
    }

    private int FirstIntervalAfter(int number)
    {
        int low = 0;
        int high = _intervals.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_intervals[middle].First <= number)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
