using UlmEdge.Core.Batches;
using UlmEdge.Core.Publishing;

namespace UlmEdge.Benchmarks.Micro;

/// <summary>A batch as a node of one BME280 closes it: samples of three channels, a minute apart.</summary>
internal static class SamplePack
{
    /// <summary>The node's id.</summary>
    public const string Node = "donau-07";

    /// <summary>What its names begin with.</summary>
    public const string BaseName = $"ulm/v1/{Node}/";

    /// <summary>The channels' names, units and decimals.</summary>
    public static readonly (string Name, string Unit, int Decimals)[] Channels = [("temp", "Cel", 2), ("rh", "%RH", 2), ("press", "Pa", 0)];

    /// <summary>A new one.</summary>
    public static Batch New(int rows = 10)
    {
        Batch batch = new()
        {
            Epoch = 3, Boot = 417, FirstSample = 88_231, TimesAreUnix = true, RowCount = rows, ChannelCount = Channels.Length,
        };
        for (int channel = 0; channel < Channels.Length; channel++)
        {
            batch.Channels[channel] = channel;
        }

        for (int row = 0; row < rows; row++)
        {
            batch.TimesSeconds[row] = 1_795_291_200 + (60 * row);
            batch.Values[batch.CellAt(row, 0)] = 2137 - row + (row % 3);
            batch.Values[batch.CellAt(row, 1)] = 5620 + (7 * row);
            batch.Values[batch.CellAt(row, 2)] = 95_712 - (row / 2);
        }

        return batch;
    }

    /// <summary>The message that the firmware makes of it.</summary>
    /// <param name="payload">One of the firmware's payloads.</param>
    /// <param name="rows">Samples in it.</param>
    public static byte[] Message(string payload, int rows = 10) =>
        new PackWriter(payload, new Topics("ulm/v1", Node)).Write(New(rows)).ToArray();

    /// <summary>The identity record's text.</summary>
    public static string Numbers(Batch batch) => $"{batch.Epoch}.{batch.Boot}.{batch.FirstSample}.{batch.SampleCount}";

    /// <summary>A cell as a number, as short as it can be written.</summary>
    public static decimal Value(Batch batch, int row, int channel) =>
        Normal(batch.Values[batch.CellAt(row, channel)] / (decimal)Math.Pow(10, Channels[channel].Decimals));

    // A division by one with many zeros drops those at the end.
    private static decimal Normal(decimal value) => value / 1.000000000000000000000000000000000m;
}
