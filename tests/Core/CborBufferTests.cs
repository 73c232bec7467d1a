using System.Formats.Cbor;
using System.Globalization;
using CsCheck;
using UlmEdge.Core.Publishing;

namespace UlmEdge.Tests.Core;

public class CborBufferTests
{
    private const int DecimalsMax = 6;

    private static readonly Gen<long> AnyNumber = Gen.OneOf(
        Gen.Int.Select(number => (long)number), Gen.Long[-20_000, 20_000], Gen.Long[(1 << 23) - 9_999, (1 << 24) + 9_999],
        OneOf(0L, -1L, int.MinValue, int.MaxValue));

    [Fact]
    public void Whole_numbers_are_written_as_a_foreign_library_writes_them() =>
        Gen.OneOf(
            Gen.Long, AnyNumber, OneOf(23L, 24, 255, 256, 65_535, 65_536, uint.MaxValue, 1L << 32, long.MaxValue),
            OneOf(-24L, -25, -256, -257, -65_536, -65_537, -1L << 32, -1 - (1L << 32), long.MinValue))
        .Sample(number =>
        {
            var cbor = new CborBuffer(9);
            cbor.AppendInteger(number);
            var expected = new CborWriter(CborConformanceMode.Canonical);
            expected.WriteInt64(number);
            Assert.Equal(expected.Encode(), cbor.ToArray());
        });

    [Fact]
    public void Decimals_are_written_as_the_shortest_float_that_gives_them_back() =>
        Gen.Select(AnyNumber, Gen.Frequency((2, Gen.Const(2)), (1, Gen.Int[0, DecimalsMax]))).Sample((number, decimals) =>
        {
            var cbor = new CborBuffer(9);
            cbor.AppendDecimal(number, decimals);
            Assert.Equal(Shortest(number, decimals), cbor.ToArray());
        }, iter: 20_000);

    [Fact]
    public void Rounded_to_their_decimals_all_floats_are_the_number() =>
        Gen.Select(AnyNumber, Gen.Int[0, DecimalsMax]).Sample((number, decimals) =>
        {
            var cbor = new CborBuffer(9);
            cbor.AppendDecimal(number, decimals);
            var reader = new CborReader(cbor.ToArray());
            double value = cbor.Bytes[0] >= 0xF9 ? reader.ReadDouble() : reader.ReadInt64();
            Assert.Equal(number, Math.Round(value * Math.Pow(10, decimals)));
        }, iter: 20_000);

    private static Gen<long> OneOf(params long[] numbers) => Gen.Int[0, numbers.Length - 1].Select(i => numbers[i]);

    // From the text of the number, by the platform's own parsers.
    private static byte[] Shortest(long number, int decimals)
    {
        decimal exact = number / (decimal)Math.Pow(10, decimals);
        string text = exact.ToString(CultureInfo.InvariantCulture);
        float single = float.Parse(text, CultureInfo.InvariantCulture);
        var writer = new CborWriter();
        if (decimal.IsInteger(exact))
        {
            writer.WriteInt64((long)exact);
        }
        else if ((double)(Half)(double)exact == (double)exact && (decimal)(double)(Half)(double)exact == exact)
        {
            writer.WriteHalf((Half)(double)exact);
        }
        else if (Math.Abs(((double)single * Math.Pow(10, decimals)) - number) < 0.5)
        {
            writer.WriteSingle(single);
        }
        else
        {
            writer.WriteDouble(double.Parse(text, CultureInfo.InvariantCulture));
        }

        return writer.Encode();
    }
}
