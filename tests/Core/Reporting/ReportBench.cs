using System.Text;
using System.Text.Json;
using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core.Reports;

/// <summary>Any node that can be configured, and what its messages must never hold.</summary>
internal static class ReportBench
{
    /// <summary>Stands in every field of a configuration that is nobody's business, and in none other.</summary>
    public const string Secret = "Geheim";

    private const string IdCharacters = "az09-";
    private const string RootCharacters = "azAZ09-/";

    /// <summary>Any node id, the odd and the longest more often than by chance.</summary>
    public static readonly Gen<string> NodeId = Gen.OneOf(
        Text(IdCharacters, Limits.NodeIdCharactersMax).Where(Names.IsNodeId),
        Either("-", "0", "---", new string('z', Limits.NodeIdCharactersMax)));

    /// <summary>Any root, the odd and the longest more often than by chance.</summary>
    public static readonly Gen<string> Root = Gen.OneOf(
        Text(RootCharacters, Limits.RootCharactersMax).Where(Names.IsRoot),
        Either("a/b/c/d", new string('Z', Limits.RootCharactersMax)));

    /// <summary>Any configuration that the reader lets pass, with a broker and its credentials.</summary>
    public static readonly Gen<NodeConfiguration> Configuration =
        from node in NodeId
        from root in Root
        from sample in Gen.OneOf(Gen.Int[1, Limits.SampleSecondsMax], Gen.Const(Limits.SampleSecondsMax))
        from samples in Gen.Int[1, Limits.SamplesPerBatchMax]
        from batch in Gen.OneOf(Gen.Int[1, Limits.SampleSecondsMax], Gen.Const(Limits.SampleSecondsMax))
        from segments in Gen.Int[Limits.SegmentsMin, Limits.SegmentsMax]
        select Read(node, root, sample, samples, batch, segments);

    /// <summary>Any sensors that fit a node together, also of quantities that this firmware does not know.</summary>
    public static readonly Gen<ISensor[]> Sensors = Gen.Int[0, Quantities.Count].Array[0, 4].Array[0, Limits.SensorsMax].Select(Fitting);

    /// <summary>Any text, whatever a file may hold.</summary>
    public static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[0, 32], Either("\"},{\"x\":\"", "\\", "\u2028", "Münster", new string('"', 32), "\0\u007f"));

    /// <summary>The most channels, of sensors with long names.</summary>
    public static ISensor[] Full(string name) => [.. Enumerable.Range(0, Limits.SensorsMax)
        .Select(_ => new NamedSensor(name, [Quantity.Temperature, Quantity.RelativeHumidity]))];

    /// <summary>A buffer's text, which must be whole.</summary>
    public static string TextOf(TextBuffer text)
    {
        Assert.False(text.Overflowed);
        return Encoding.ASCII.GetString(text.ToArray());
    }

    /// <summary>A message, read by a foreign parser; it holds no secret.</summary>
    public static JsonElement Parse(TextBuffer text)
    {
        string json = TextOf(text);
        Assert.DoesNotContain(Secret, json);
        return JsonDocument.Parse(json).RootElement;
    }

    private static Gen<string> Either(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static Gen<string> Text(string characters, int lengthMax) =>
        Gen.Int[0, characters.Length - 1].Array[1, lengthMax].Select(indices => string.Concat(indices.Select(i => characters[i])));

    private static NodeConfiguration Read(string node, string root, int sample, int samples, int batch, int segments)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(new
        {
            node,
            root,
            sampleSeconds = sample,
            batchSamples = samples,
            batchSeconds = batch,
            journalSegments = segments,
            homeAssistant = true,
            timeServer = Secret,
            broker = new { host = Secret + ".example", user = Secret, password = Secret },
        });
        Complaints complaints = new();
        NodeConfiguration configuration = ConfigurationReader.Read(json, json.Length, "0123456789ab", complaints);
        Assert.Equal(0, complaints.Count);
        return configuration;
    }

    private static ISensor[] Fitting(int[][] quantities)
    {
        List<ISensor> sensors = [];
        int channels = 0;
        foreach (int[] some in quantities.Where(some => (channels += some.Length) <= Limits.ChannelsMax))
        {
            sensors.Add(new NamedSensor("bme280", [.. some.Select(quantity => (Quantity)quantity)]));
        }

        int most = sensors.SelectMany(sensor => sensor.Quantities).GroupBy(quantity => quantity).Select(group => group.Count())
            .DefaultIfEmpty(0).Max();
        return most <= Channel.InstancesMax ? [.. sensors] : [];
    }
}
