namespace UlmEdge.Simulator.Network;

/// <summary>A set of sample numbers, kept as intervals: dense numbers cost one entry however many they are.</summary>
public sealed class SampleSet
{
    private readonly List<(int First, int Last)> _intervals = [];

    /// <summary>How many numbers are in the set.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a number.</summary>
    /// <returns>False when it was there already.</returns>
    public bool Add(int number)
    {
        int next = FirstIntervalAfter(number);
        if (next > 0 && number <= _intervals[next - 1].Last)
        {
            return false;
        }

        bool continuesPrevious = next > 0 && _intervals[next - 1].Last == number - 1;
        bool precedesNext = next < _intervals.Count && _intervals[next].First == number + 1;
        int first = continuesPrevious ? _intervals[next - 1].First : number;
        int last = precedesNext ? _intervals[next].Last : number;
        int start = continuesPrevious ? next - 1 : next;
        _intervals.RemoveRange(start, (continuesPrevious ? 1 : 0) + (precedesNext ? 1 : 0));
        _intervals.Insert(start, (first, last));
        Count++;
        return true;
    }

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
