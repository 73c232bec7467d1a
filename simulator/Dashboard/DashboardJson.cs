using System.Buffers;
using System.Text.Json;
using UlmEdge.Decoder;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Dashboard;

/// <summary>What the page is told, as JSON. Nothing in it comes from anywhere but the nodes' own messages and the fault desk.</summary>
internal static class DashboardJson
{
    private const long LateShownMs = 30_000;

    /// <summary>All nodes in short: <c>{"version","now","faults","nodes":[…]}</c>; of nodes only those that changed since.</summary>
    public static byte[] Street(DashboardModel model, IFaultDesk? desk, bool isConnected, long since) => model.Look(nodes => Written(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", model.Version);
        json.WriteNumber("now", model.NowMs);
        json.WriteString("root", model.Root);
        json.WriteString("replay", model.Scene.Replay);
        json.WriteBoolean("connected", isConnected);
        json.WriteNumber("unreadable", model.Faults);
        json.WriteNumber("count", nodes.Count);
        WriteNames(json, "kinds", desk?.Kinds ?? []);
        json.WriteStartArray("nodes");
        foreach (NodeBoard node in nodes.Values.Where(node => node.Version > since))
        {
            WriteSummary(json, node, desk, model);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }));

    /// <summary>One node in full, or null if there is none.</summary>
    public static byte[]? Node(DashboardModel model, IFaultDesk? desk, string id) => model.Look(nodes =>
        nodes.TryGetValue(id, out NodeBoard? node) ? Written(json => NodeJson.Write(json, node, desk, model)) : null);

    /// <summary>A node in short.</summary>
    public static void WriteSummary(Utf8JsonWriter json, NodeBoard node, IFaultDesk? desk, DashboardModel model)
    {
        json.WriteStartObject();
        json.WriteString("id", node.Id);
        if (model.Scene.Places.TryGetValue(node.Id, out Place? place))
        {
            json.WriteString("name", place.Name);
            json.WriteNumber("lat", place.LatitudeDegrees);
            json.WriteNumber("lon", place.LongitudeDegrees);
        }

        json.WriteString("state", StateOf(node, model.NowMs));
        json.WriteNumber("time", node.LatestUnixMs);
        json.WriteNumber("samples", node.Arrivals.SampleCount);
        json.WriteNumber("late", node.LateCount);
        json.WriteNumber("repeats", node.Arrivals.RepeatCount);
        json.WriteNumber("gaps", node.Arrivals.GapCount);
        WriteNames(json, "active", desk?.ActiveAt(node.Id) ?? []);
        json.WriteStartObject("latest");
        foreach (ChannelChart chart in node.Charts.Values)
        {
            if (chart.Latest is { Value: { } value })
            {
                json.WriteNumber(chart.Name, value);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    // What is worst is said; a node that is offline may go on measuring.
    private static string StateOf(NodeBoard node, long nowMs) => node switch
    {
        { Presence.IsOnline: false } => "offline",
        { Presence.IsOnline: null } when node.Charts.Count == 0 => "unknown",
        _ when node.Charts.Values.Any(chart => chart.Latest is { Value: null }) => "sensor",
        _ when node.LateAtMs > 0 && nowMs - node.LateAtMs < LateShownMs => "late",
        _ => "online",
    };

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
