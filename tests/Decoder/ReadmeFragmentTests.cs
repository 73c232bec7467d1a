using System.Text.RegularExpressions;
using UlmEdge.Decoder;
using UlmEdge.Tests.Core;
using UlmEdge.Tests.Tidy;

namespace UlmEdge.Tests.Decoder;

/// <summary>The fragment of the library's README: compiled here, run here, and the same to the letter.</summary>
public sealed class ReadmeFragmentTests
{
    [Fact]
    public void It_stores_each_sample_once_and_names_what_it_cannot_read()
    {
        using StringWriter store = new();
        using StringWriter log = new();
        Action<string, byte[]> onMessage = Backend(store, log);
        byte[] json = Packs.Json(Batches.OfWeather((1_795_291_200, 2137, 5620, 95_712)));
        onMessage("ulm/v1/donau-07/data/json", json);
        onMessage("ulm/v1/donau-07/data/cbor", Packs.Cbor(json));
        onMessage("ulm/v1/donau-07/data/cbor", []);
        Assert.Equal(3, store.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("donau-07 1234567 88231 2026-11-21 20:00:00Z temp 21.37 Cel", store.ToString());
        Assert.StartsWith("ulm/v1/donau-07/data/cbor: no CBOR", log.ToString());
    }

    [Fact]
    public void It_is_that_of_the_readme()
    {
        string readme = Sources.Read("simulator/Decoder/README.md");
        string shown = Regex.Match(readme, "```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        Assert.NotEmpty(shown);
        Assert.Contains(Bare(shown), Bare(Sources.Read("tests/Decoder/ReadmeFragmentTests.cs")));
    }

    private static string Bare(string code) => Regex.Replace(code, @"\s+", " ").Trim();

    private static Action<string, byte[]> Backend(StringWriter store, StringWriter log)
    {
        MessageDecoder decoder = new("ulm/v1");
        Dictionary<string, NodeArrivals> arrivals = [];

        void OnMessage(string topic, ReadOnlyMemory<byte> payload)
        {
            if (!decoder.TryDecode(topic, payload, out NodeMessage? message, out string? fault))
            {
                log.WriteLine($"{topic}: {fault}");
            }
            else if (message is DataMessage data)
            {
                arrivals.TryAdd(data.Node, new NodeArrivals());
                foreach (DataRow row in data.Rows.Where(row => arrivals[data.Node].Take(data, row) != Arrival.Repeat))
                {
                    foreach (DataRecord value in row.Values)
                    {
                        store.WriteLine($"{data.Node} {data.Epoch} {row.FirstSample} {data.TimeOf(row):u} "
                            + $"{value.Name} {value.Value} {value.Unit}");
                    }
                }
            }
        }

        return (topic, payload) => OnMessage(topic, payload);
    }
}
