using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using UlmEdge.Core.Configuration;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Board;

/// <summary>What a technician puts into a board's flash as <c>I:\ulmedge.json</c>.</summary>
public sealed record NodeProvision(
    string Node,
    string Root,
    BrokerAddress Broker,
    int SampleSeconds,
    int BatchSamples,
    int BatchSeconds,
    long TimeFloorUnixSeconds,
    IReadOnlyList<string> Sensors)
{
    /// <summary>The broker to which the node goes when the first one fails, or null for none.</summary>
    public BrokerAddress? SecondBroker { get; init; }

    /// <summary>What batches are sent as.</summary>
    public string Payload { get; init; } = Payloads.Json;

    /// <summary>Path of the file.</summary>
    public const string Path = @"I:\ulmedge.json";

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the file.</summary>
    public void WriteTo(FlashVolume flash)
    {
        flash.Commit(Path, JsonSerializer.SerializeToUtf8Bytes(ToJson(), Plain));
        if (Broker.Trust is { } trust)
        {
            flash.Commit(@"I:\ca.pem", System.Text.Encoding.UTF8.GetBytes(trust));
        }
    }

    private JsonObject ToJson()
    {
        JsonArray brokers = [ToJson(Broker)];
        if (SecondBroker is { } second)
        {
            brokers.Add(ToJson(second));
        }

        JsonObject configuration = new()
        {
            ["node"] = Node,
            ["root"] = Root,
            ["board"] = VirtualBoard.BoardName,
            ["brokers"] = brokers,
            ["sampleSeconds"] = SampleSeconds,
            ["batchSamples"] = BatchSamples,
            ["batchSeconds"] = BatchSeconds,
            ["payload"] = Payload,
            ["timeFloor"] = TimeFloorUnixSeconds,
            ["sensors"] = new JsonArray([.. Sensors.Select(sensor => JsonValue.Create(sensor))]),
        };
        if (Broker.Trust is not null)
        {
            configuration["trust"] = new JsonArray("ca.pem");
        }

        return configuration;
    }

    private static JsonObject ToJson(BrokerAddress address)
    {
        JsonObject broker = new() { ["host"] = address.Host, ["port"] = address.Port, ["tls"] = address.IsEncrypted };
        AddText(broker, "user", address.User);
        AddText(broker, "password", address.Password);
        return broker;
    }

    private static void AddText(JsonObject target, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            target[name] = text;
        }
    }
}
