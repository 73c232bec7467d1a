using System.Globalization;
using UlmEdge.Core;
using UlmEdge.Core.Batches;

namespace UlmEdge.Tests.Core;

/// <summary>The budget of a stored batch, on recorded weather at its own ten-minute steps.</summary>
public class BatchSizeTests(ITestOutputHelper output)
{
    private const int SamplesPerBatch = 10;
    private const double BytesMeanMax = 64;

    [Fact]
    public void Ten_recorded_times_take_64_bytes_at_most()
    {
        var rows = File.ReadLines(Recordings.AmateurStation()).Skip(1).Select(line => line.Split(',')).ToArray();
        int[] sizes = [.. rows.Chunk(SamplesPerBatch).Where(chunk => chunk.Length == SamplesPerBatch).Select(SizeOf)];
        output.WriteLine($"{sizes.Length} batches: mean {sizes.Average():F2} bytes, least {sizes.Min()}, most {sizes.Max()}");
        Assert.InRange(sizes.Average(), 1, BytesMeanMax);
    }

    private static int SizeOf(string[][] rows, int index)
    {
        var batch = Batches.OfWeather([.. rows.Select(row => (
            long.Parse(row[0], CultureInfo.InvariantCulture), Hundredths(row[2]), Hundredths(row[3]), Hundredths(row[4])))]);
        batch.FirstSample = index * SamplesPerBatch;
        return new BatchCodec().Encode(batch, new byte[Limits.BatchBytesMax]);
    }

    // Centi-degrees, hundredths of a per cent; hundredths of a hectopascal are pascals.
    private static int Hundredths(string text) => (int)decimal.Round(100 * decimal.Parse(text, CultureInfo.InvariantCulture));
}
