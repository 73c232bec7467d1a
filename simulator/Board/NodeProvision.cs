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
    string Sensor)
{
    /// <summary>What batches are sent as.</summary>
    public string Payload { get; init; } = Payloads.Json;

    /// <summary>Path of the file.</summary>
    public const string Path = @"I:\ulmedge.json";

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the file.</summary>
    public void WriteTo(FlashVolume flash) => flash.Commit(Path, JsonSerializer.SerializeToUtf8Bytes(ToJson(), Plain));

    private JsonObject ToJson()
    {
        JsonObject broker = new() { ["host"] = Broker.Host, ["port"] = Broker.Port };
        AddText(broker, "user", Broker.User);
        AddText(broker, "password", Broker.Password);
        return new JsonObject
        {
            ["node"] = Node,
            ["root"] = Root,
            ["board"] = VirtualBoard.BoardName,
            ["broker"] = broker,
            ["sampleSeconds"] = SampleSeconds,
            ["batchSamples"] = BatchSamples,
            ["batchSeconds"] = BatchSeconds,
            ["payload"] = Payload,
            ["timeFloor"] = TimeFloorUnixSeconds,
            ["sensors"] = new JsonArray(Sensor),
        };
    }

    private static void AddText(JsonObject target, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            target[name] = text;
        }
    }
}
