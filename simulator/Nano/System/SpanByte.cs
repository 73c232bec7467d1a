namespace System;

/// <summary>
/// A window on a byte array, as the board's class library has it in place of <c>Span&lt;byte&gt;</c>.
/// </summary>
public readonly ref struct SpanByte
{
    private readonly byte[]? _array;
    private readonly int _start;

    /// <summary>The whole array, or nothing when it is null.</summary>
    public SpanByte(byte[]? array)
    {
        _array = array;
        Length = array?.Length ?? 0;
    }

    /// <summary>A part of the array.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie inside the array.</exception>
    public SpanByte(byte[]? array, int start, int length)
    {
        int available = array?.Length ?? 0;
        if (start < 0 || length < 0 || start + length > available)
        {
            throw new ArgumentOutOfRangeException();
        }

        _array = array;
        _start = start;
        Length = length;
    }

    /// <summary>A window on nothing.</summary>
    public static SpanByte Empty => default;

    /// <summary>Number of bytes.</summary>
    public int Length { get; }

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>One byte.</summary>
    /// <remarks>
    /// The board checks the upper bound only: index -1 of a slice reads the byte before it, as it does there.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">Beyond the end.</exception>
    public byte this[int index]
    {
        get => _array![Checked(index)];
        set => _array![Checked(index)] = value;
    }

    /// <summary>Copies everything to the start of another window.</summary>
    /// <exception cref="ArgumentException">The other one is too short.</exception>
    public void CopyTo(SpanByte destination)
    {
        if (destination.Length < Length)
        {
            throw new ArgumentException();
        }

        AsSpan().CopyTo(destination.AsSpan());
    }

    /// <summary>The rest from an index on.</summary>
    public SpanByte Slice(int start) => Slice(start, Length - start);

    /// <summary>A part of this window.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie inside.</exception>
    public SpanByte Slice(int start, int length)
    {
        if (start < 0 || length < 0 || start + length > Length)
        {
            throw new ArgumentOutOfRangeException();
        }

        return new SpanByte(_array, _start + start, length);
    }

    /// <summary>A copy.</summary>
    public byte[] ToArray() => AsSpan().ToArray();

    /// <summary>The whole array.</summary>
    public static implicit operator SpanByte(byte[]? array) => new(array);

    internal Span<byte> AsSpan() => new(_array, _start, Length);

    private int Checked(int index) => index < Length ? _start + index : throw new ArgumentOutOfRangeException();
}
