using CsCheck;
using UlmEdge.Core.Journal;

namespace UlmEdge.Tests.Core.Journals;

public class SegmentHeaderTests
{
    private static readonly Gen<SegmentHeader> Any = Gen.Select(
        Gen.UInt,
        Gen.UInt,
        Gen.Int[1, (1 << 21) - 1],
        Gen.Int[0, SegmentLevel.Max],
        Gen.Select(Gen.Int[1, 9_999_999], Gen.Int[0, 40]),
        Gen.Select(Gen.Int[0, 1 << 30], Gen.Int[0, 5000]),
        Gen.Select(Gen.Int[0, 1 << 30], Gen.Int[1, 1 << 20]).Array[0, 6],
        Make);

    [Fact]
    public void A_header_comes_back_as_it_was() => Any.Sample(header =>
    {
        byte[] buffer = new byte[SegmentHeader.BytesMax];
        int length = header.Write(buffer);
        SegmentHeader back = new();
        Assert.InRange(length, 1, SegmentHeader.BytesMax);
        Assert.True(back.TryRead(buffer, length));
        Assert.Equal(length, back.Length);
        Assert.Equal(Describe(header), Describe(back));
        Assert.False(back.TryRead(buffer, length - 1));
    });

    [Fact]
    public void Every_flipped_bit_is_noticed()
    {
        byte[] buffer = new byte[SegmentHeader.BytesMax];
        int length = Make(1, 2, 3, 1, (4, 5), (6, 7), [(100, 5)]).Write(buffer);
        for (int bit = 0; bit < 8 * length; bit++)
        {
            buffer[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(new SegmentHeader().TryRead(buffer, buffer.Length), $"bit {bit}");
            buffer[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Theory]
    [InlineData(0, 4, 5, 6, 7, 1)]
    [InlineData(3, 0, 5, 6, 7, 1)]
    [InlineData(3, 4, -1, 6, 7, 1)]
    [InlineData(3, 4, 5, -6, 7, 1)]
    [InlineData(3, 4, 5, 6, -1, 1)]
    [InlineData(3, 4, 5, 6, 7, 4)]
    public void A_header_that_makes_no_sense_is_none(int epoch, int number, int more, int first, int samples, int level)
    {
        byte[] buffer = new byte[SegmentHeader.BytesMax];
        int length = Make(1, 2, epoch, level, (number, more), (first, samples), []).Write(buffer);
        Assert.False(new SegmentHeader().TryRead(buffer, length));
    }

    [Fact]
    public void Any_bytes_end_in_an_answer() => Gen.Byte.Array[0, 140].Sample(bytes =>
    {
        byte[] header = [(byte)'U', (byte)'J', 0x10, .. bytes];
        new SegmentHeader().TryRead(header, header.Length);
    });

    private static SegmentHeader Make(
        uint node,
        uint checksum,
        int epoch,
        int level,
        (int First, int More) number,
        (int First, int Count) samples,
        (int First, int Length)[] settled)
    {
        SegmentHeader header = new()
        {
            NodeHash = node,
            ContentChecksum = checksum,
            Epoch = epoch,
            Level = level,
            Number = number.First,
            LastNumber = number.First + number.More,
            FirstSample = samples.First,
            EndSample = samples.First + samples.Count,
        };
        foreach ((int first, int length) in settled)
        {
            header.Settled.Add(first, first + length);
        }

        return header;
    }

    private static string Describe(SegmentHeader header) =>
        $"{header.NodeHash} {header.ContentChecksum} {header.Epoch} {header.Level} {header.Number}-{header.LastNumber} " +
        $"{header.FirstSample}-{header.EndSample} {header.Settled.UpTo} {header.Settled.IslandCount} {header.Settled.End} " +
        $"{header.Settled.CountIn(0, int.MaxValue)}";
}
