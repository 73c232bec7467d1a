namespace UlmEdge.Decoder;

/// <summary>One column of a compact batch: a value or a reason per row, or neither where the channel was not due.</summary>
internal sealed class CompactColumn
{
    private const int HasValueMark = -1;
    private const int ReasonBits = 4;
    private const int DoubtfulReason = 15;
    private const int DoubtBits = 6;

    private readonly int[] _values;
    private readonly int[] _reasons;
    private readonly int[] _doubts;

    private CompactColumn(int rows)
    {
        _values = new int[rows];
        _reasons = new int[rows];
        _doubts = new int[rows];
    }

    /// <summary>Reads a column.</summary>
    public static CompactColumn Read(ref CompactBits bits, int rows)
    {
        CompactColumn column = new(rows);
        bool hasReasons = bits.Read(1) == 1;
        int count = 0;
        for (int row = 0; row < rows; row++)
        {
            bool hasValue = !hasReasons || bits.Read(1) == 1;
            int reason = hasValue ? HasValueMark : (int)bits.Read(ReasonBits);
            if (reason == DoubtfulReason)
            {
                column._doubts[row] = (int)bits.Read(DoubtBits);
                reason = HasValueMark;
            }

            column._reasons[row] = reason;
            count += reason == HasValueMark ? 1 : 0;
        }

        if (count > 0)
        {
            column.ReadValues(ref bits, count);
        }

        return column;
    }

    /// <summary>Whether a row has a value.</summary>
    public bool HasValue(int row) => _reasons[row] == HasValueMark;

    /// <summary>The value of a row.</summary>
    public int ValueAt(int row) => _values[row];

    /// <summary>Why a row has none; 0 where it was not due.</summary>
    public int ReasonAt(int row) => _reasons[row];

    /// <summary>What speaks against the value of a row.</summary>
    public int DoubtsAt(int row) => _doubts[row];

    private void ReadValues(ref CompactBits bits, int count)
    {
        Span<int> numbers = stackalloc int[count];
        numbers[0] = CompactBits.Signed(bits.ReadVarint());
        if (count > 1)
        {
            bits.ReadRice(numbers[1..]);
        }

        int value = 0;
        int next = 0;
        for (int row = 0; row < _values.Length; row++)
        {
            if (HasValue(row))
            {
                value = unchecked(value + numbers[next++]); // The differences wrap around 32 bits, and the sum wraps back.
                _values[row] = value;
            }
        }
    }
}
