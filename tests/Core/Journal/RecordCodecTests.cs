using CsCheck;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;

namespace UlmEdge.Tests.Core.Journals;

public class RecordCodecTests
{
    private static readonly Gen<SettledSamples> AnySettled =
        Gen.Select(Gen.Int[0, 1 << 30], Gen.Int[1, 1 << 20]).Array[0, 7].Select(Settle);

    [Fact]
    public void A_batch_comes_back_with_what_was_settled() =>
        Gen.Select(Gen.OneOf(Batches.Any, Batches.AnySummary), AnySettled, Gen.Int[0, 40]).Sample((batch, settled, offset) =>
        {
            byte[] buffer = new byte[offset + RecordCodec.BytesMax];
            RecordCodec codec = new();
            int length = codec.WriteBatch(batch, settled, buffer, offset, buffer.Length);
            Assert.InRange(length, 1, RecordCodec.BytesMax);
            Batch back = new();
            RecordCodec reader = new();
            Assert.Equal(RecordKind.Batch, reader.TryRead(buffer, offset, offset + length, back));
            Assert.Equal(Batches.Describe(batch), Batches.Describe(back));
            Assert.Equal(Describe(settled), Describe(reader.Settled));
            Assert.Equal(length, reader.Length);
            Assert.Equal(RecordKind.Incomplete, reader.TryRead(buffer, offset, offset + length - 1, back));
        });

    [Fact]
    public void A_clock_comes_back() => Gen.Select(Gen.Int[0, int.MaxValue], Gen.UInt, AnySettled).Sample((boot, seconds, settled) =>
    {
        byte[] buffer = new byte[RecordCodec.BytesMax];
        RecordCodec codec = new();
        int length = codec.WriteClock(boot, seconds, settled, buffer, 0, buffer.Length);
        Assert.Equal(RecordKind.Clock, codec.TryRead(buffer, 0, length, new Batch()));
        Assert.Equal((boot, seconds, Describe(settled)), (codec.ClockBoot, codec.ClockOffsetSeconds, Describe(codec.Settled)));
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_flipped_bit_is_noticed(bool isClock)
    {
        byte[] buffer = new byte[RecordCodec.BytesMax];
        int length = Write(buffer, isClock, buffer.Length);
        for (int bit = 0; bit < 8 * length; bit++)
        {
            buffer[bit / 8] ^= (byte)(1 << (bit % 8));
            RecordKind kind = new RecordCodec().TryRead(buffer, 0, length, new Batch());
            Assert.True(kind is RecordKind.None or RecordKind.Incomplete, $"bit {bit}: {kind}");
            buffer[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_place_that_is_too_small_takes_nothing(bool isClock)
    {
        byte[] buffer = new byte[RecordCodec.BytesMax];
        int length = Write(buffer, isClock, buffer.Length);
        Assert.All(Enumerable.Range(0, length), end => Assert.Equal(0, Write(buffer, isClock, end)));
        Assert.Equal(length, Write(buffer, isClock, length));
    }

    [Fact]
    public void Any_content_ends_in_an_answer_also_with_a_right_checksum() =>
        Gen.Select(Gen.Bool, Gen.Byte.Array[0, 60]).Sample((isClock, body) =>
        {
            byte[] record = [(byte)(isClock ? 0xC1 : 0xB1), (byte)(body.Length + 7), 0, .. body];
            record = [.. record, .. BitConverter.GetBytes(Crc32.Compute(record, 0, record.Length))];
            RecordKind kind = new RecordCodec().TryRead(record, 0, record.Length, new Batch());
            Assert.True(isClock ? kind is RecordKind.Clock or RecordKind.None : kind is RecordKind.Batch or RecordKind.None);
        }, iter: 5_000);

    [Theory]
    [InlineData(6)] // Shorter than a frame.
    [InlineData(RecordCodec.BytesMax + 1)] // Longer than any record.
    public void A_length_that_cannot_be_is_no_record(int length)
    {
        byte[] buffer = new byte[2 * RecordCodec.BytesMax];
        buffer[0] = 0xB1;
        LittleEndian.WriteUInt16(buffer, 1, length);
        Assert.Equal(RecordKind.None, new RecordCodec().TryRead(buffer, 0, buffer.Length, new Batch()));
    }

    private static int Write(byte[] buffer, bool isClock, int end)
    {
        SettledSamples settled = Settle([(0, 88_000), (88_100, 30)]);
        return isClock
            ? new RecordCodec().WriteClock(417, 1_795_291_200, settled, buffer, 0, end)
            : new RecordCodec().WriteBatch(Batches.OfWeather((1_000, 2137, 5620, 95_712)), settled, buffer, 0, end);
    }

    private static SettledSamples Settle((int First, int Length)[] ranges)
    {
        SettledSamples settled = new();
        foreach ((int first, int length) in ranges)
        {
            settled.Add(first, first + length);
        }

        return settled;
    }

    private static string Describe(SettledSamples settled) =>
        $"{settled.UpTo} {settled.IslandCount} {settled.End} {settled.CountIn(0, int.MaxValue)}";
}
