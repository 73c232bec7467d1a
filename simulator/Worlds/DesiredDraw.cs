using System.Text;
using UlmEdge.Core;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>Draws configurations that somebody may want a node to have.</summary>
internal static class DesiredDraw
{
    private const int EnormousBytes = 40_000;
    private const int Kinds = 24;
    private const int Costly = 0;

    private static readonly string[] Garbage = ["\0\u0001\u0002", "hello", "{", "[{}]", "{\"id\":\"x\"", "null", "{\"id\":\"g\"}{}", "{}"];

    private static readonly string[] Unknown = ["\"sampleSecond\":5", "\"Window\":2", "\"ssid\":\"a\"", "\"brokr\":{}"];

    private static readonly string[] Forbidden =
    [
        "\"node\":\"another\"", "\"root\":\"evil/v1\"", "\"board\":\"none\"", "\"timeFloor\":2000000000", "\"journalSegments\":4",
        "\"trust\":[]", "\"trust\":[\"evil.pem\"]", "\"certificate\":\"a.pem\"", "\"key\":\"a.key\"",
        "\"broker\":{\"host\":\"broker.example\",\"user\":\"a\",\"password\":\"b\"}",
    ];

    private static readonly string[] OutOfRange =
    [
        "\"sampleSeconds\":0", "\"sampleSeconds\":86401", "\"batchSamples\":21", "\"window\":5", "\"window\":-1", "\"payload\":\"xml\"",
        "\"sampleSeconds\":1e3", "\"batchSeconds\":\"300\"", "\"healthSeconds\":1", "\"window\":99999999999999999999",
        "\"broker\":{\"host\":\"\"}", "\"broker\":{\"host\":\"a\",\"port\":70000}", "\"broker\":7", "\"brokers\":{}", "\"sensors\":[1]",
    ];

    private static readonly string[] Nowhere =
    [
        "\"broker\":{\"host\":\"nowhere.example\"}", "\"brokers\":[{\"host\":\"nowhere.example\"},{\"host\":\"neither.example\"}]",
        "\"broker\":{\"host\":\"10.255.255.1\",\"port\":8883}", "\"brokers\":[]", "\"broker\":{\"host\":\"nowhere.example\",\"tls\":false}",
    ];

    private static readonly string[] WrongDoors =
    [
        "\"broker\":{\"host\":\"broker.example\",\"port\":8884}", "\"broker\":{\"host\":\"broker.example\",\"port\":1}",
        "\"broker\":{\"host\":\"broker.example\",\"port\":1883,\"tls\":true}",
        "\"broker\":{\"host\":\"broker.example\",\"port\":8883,\"tls\":true}",
    ];

    private static readonly string[] InTheClear =
    [
        "\"broker\":{\"host\":\"broker.example\",\"port\":1883,\"tls\":false}",
        "\"broker\":{\"host\":\"second.example\",\"port\":1883,\"tls\":false}",
        "\"broker\":{\"host\":\"broker.example\",\"tls\":false}",
    ];

    private static readonly string[] Absurd =
    [
        "\"sampleSeconds\":86400,\"batchSeconds\":86400,\"batchSamples\":20", "\"batchSeconds\":86400,\"batchSamples\":20",
        "\"sampleSeconds\":3600,\"batchSamples\":20,\"batchSeconds\":86400,\"healthSeconds\":86400", "\"sampleSeconds\":7200",
        "\"sensors\":[]", "\"sensors\":[\"geiger\"]", "\"sensors\":[\"bme280\",\"bme280\",\"bme280\",\"bme280\",\"bme280\"]",
    ];

    private static readonly string[] Harmless =
    [
        "\"sampleSeconds\":30", "\"sampleSeconds\":120,\"batchSamples\":5", "\"window\":1", "\"window\":4", "\"payload\":\"cbor\"",
        "\"payload\":\"compact\"", "\"payload\":\"json\",\"batchSamples\":10", "\"healthSeconds\":600",
        "\"timeServer\":\"time.example\"", "\"sensors\":[\"bme280\"]", "\"batchSeconds\":60", "",
    ];

    /// <summary>What a draw stands for.</summary>
    public static byte[] Of(ulong draw)
    {
        SeededEntropy entropy = new(draw);
        return KindOf(draw) switch
        {
            Costly => Fields(entropy, "\"sampleSeconds\":2,\"batchSamples\":1,\"batchSeconds\":2,\"healthSeconds\":60"),
            1 or 2 => Encoding.UTF8.GetBytes(Pick(entropy, Garbage)),
            3 => Fields(entropy, Pick(entropy, Unknown)),
            4 or 5 => Fields(entropy, Pick(entropy, Forbidden)),
            6 or 7 => Fields(entropy, Pick(entropy, OutOfRange)),
            8 => Fields(entropy, Pick(entropy, Harmless) + ",\"pad\":\"" + new string('p', entropy.Next(4_000)) + "\""),
            9 => entropy.Chance(0.3) ? new byte[EnormousBytes] : [],
            >= 10 and <= 13 => Fields(entropy, Pick(entropy, Nowhere)),
            14 or 15 => Fields(entropy, Pick(entropy, WrongDoors)),
            16 => Fields(entropy, Pick(entropy, InTheClear)),
            17 => Fields(entropy, "\"timeServer\":\"no-time.example\""),
            18 or 19 => Fields(entropy, Pick(entropy, Absurd)),
            20 => Fields(entropy, "\"homeAssistant\":true"),
            _ => Sound(entropy),
        };
    }

    /// <summary>Whether a world would take far longer with it: such a one does not stay.</summary>
    public static bool IsCostly(ulong draw) => KindOf(draw) == Costly;

    /// <summary>A configuration that the node must take.</summary>
    public static byte[] Sound(SeededEntropy entropy) => Fields(entropy, Pick(entropy, Harmless));

    private static int KindOf(ulong draw) => (int)((draw >> 8) % Kinds);

    private static byte[] Fields(SeededEntropy entropy, string fields)
    {
        string id = $"c-{entropy.Next(1_000_000)}";
        return Encoding.UTF8.GetBytes(fields.Length == 0 ? $"{{\"id\":\"{id}\"}}" : $"{{\"id\":\"{id}\",{fields}}}");
    }

    private static string Pick(SeededEntropy entropy, string[] texts) => texts[entropy.Next(texts.Length)];
}
