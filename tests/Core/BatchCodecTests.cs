using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Batches;

namespace UlmEdge.Tests.Core;

public class BatchCodecTests
{
    private readonly BatchCodec _codec = new();
    private readonly byte[] _buffer = new byte[Limits.BatchBytesMax];

    [Fact]
    public void Every_batch_comes_back_as_it_was()
    {
        Batches.Any.Sample(batch =>
        {
            int length = new BatchCodec().Encode(batch, _buffer);
            var back = new Batch();
            Assert.InRange(length, 1, Limits.BatchBytesMax);
            Assert.Equal(DecodeResult.Ok, _codec.TryDecode(_buffer, length, back));
            Assert.Equal(Batches.Describe(batch), Batches.Describe(back));
        }, threads: 1);
    }

    [Fact]
    public void Every_summary_comes_back_as_it_was() => Batches.AnySummary.Sample(batch =>
    {
        byte[] buffer = new byte[Limits.BatchBytesMax];
        int length = new BatchCodec().Encode(batch, buffer);
        var back = new Batch();
        Assert.InRange(length, 1, Limits.BatchBytesMax);
        Assert.Equal(DecodeResult.Ok, new BatchCodec().TryDecode(buffer, length, back));
        Assert.Equal(Batches.Describe(batch), Batches.Describe(back));
        Assert.Equal(batch.RowSamples.Take(batch.RowCount).Sum(), back.SampleCount);
    });

    [Fact]
    public void Every_flipped_bit_is_noticed()
    {
        int length = _codec.Encode(Batches.OfWeather((1_000, 2137, 5620, 95_712), (1_060, 2136, 5621, 95_713)), _buffer);
        for (int bit = 0; bit < 8 * length; bit++)
        {
            _buffer[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal(DecodeResult.BadChecksum, _codec.TryDecode(_buffer, length, new Batch()));
            _buffer[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void Any_bytes_end_in_a_result_also_with_a_right_checksum()
    {
        Gen.Byte.Array[0, 80].Sample(bytes =>
        {
            byte[] sealedBytes = [.. bytes, .. BitConverter.GetBytes(Crc32.Compute(bytes, 0, bytes.Length))];
            var batch = new Batch();
            DecodeResult result = _codec.TryDecode(sealedBytes, sealedBytes.Length, batch);
            if (result == DecodeResult.Ok)
            {
                Assert.InRange(batch.RowCount * batch.ChannelCount, 1, Limits.CellsPerBatchMax);
                Assert.True(Enumerable.Range(1, batch.RowCount - 1).All(i => batch.TimesSeconds[i] > batch.TimesSeconds[i - 1]));
            }
        }, iter: 20_000, threads: 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(14)]
    public void Too_few_bytes_are_no_batch(int length)
    {
        Assert.Equal(DecodeResult.TooShort, _codec.TryDecode(_buffer, length, new Batch()));
    }

    [Fact]
    public void Another_version_is_told_from_damage()
    {
        int length = _codec.Encode(Batches.OfWeather((1_000, 2137, 5620, 95_712)), _buffer);
        _buffer[0] ^= 0x40;
        BitConverter.GetBytes(Crc32.Compute(_buffer, 0, length - 4)).CopyTo(_buffer, length - 4);
        Assert.Equal(DecodeResult.UnknownVersion, _codec.TryDecode(_buffer, length, new Batch()));
    }

    [Fact]
    public void A_buffer_that_is_too_small_gives_no_bytes()
    {
        Assert.Equal(0, _codec.Encode(Batches.OfWeather((1_000, 2137, 5620, 95_712)), new byte[20]));
    }

    [Fact]
    public void Checksum_is_the_one_of_zlib()
    {
        Assert.Equal(0xCBF43926u, Crc32.Compute("123456789"u8.ToArray(), 0, 9));
    }
}
