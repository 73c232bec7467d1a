using System.Text.Json;
using System.Text.Json.Nodes;
using UlmEdge.Core.Configuration;

namespace UlmEdge.Simulator.Worlds;

/// <summary>The file <c>ulmedge.json</c> of a world's node, as it lies in its flash.</summary>
internal static class ProvisionedFile
{
    /// <summary>Its name.</summary>
    public const string Name = "ulmedge.json";

    /// <summary>Its bytes: what the firmware reads of them is this configuration again.</summary>
    public static byte[] Of(NodeConfiguration configuration) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["node"] = configuration.NodeId,
        ["root"] = configuration.Root,
        ["brokers"] = new JsonArray([.. configuration.Brokers.Select(ToJson)]),
        ["trust"] = new JsonArray([.. configuration.TrustFiles.Select(file => JsonValue.Create(file))]),
        ["sampleSeconds"] = configuration.SampleSeconds,
        ["batchSamples"] = configuration.BatchSamples,
        ["batchSeconds"] = configuration.BatchSeconds,
        ["healthSeconds"] = configuration.HealthSeconds,
        ["payload"] = configuration.Payload,
        ["window"] = configuration.Window,
        ["timeFloor"] = configuration.TimeFloorUnixSeconds,
        ["journalSegments"] = configuration.JournalSegments,
        ["sensors"] = new JsonArray([.. configuration.Sensors.Select(sensor => JsonValue.Create(sensor))]),
    });

    private static JsonNode ToJson(BrokerSettings broker) => new JsonObject
    {
        ["host"] = broker.Host,
        ["port"] = broker.Port,
        ["tls"] = broker.IsEncrypted,
        ["user"] = broker.User,
        ["password"] = broker.Password,
    };
}
