using System.Buffers;
using System.Text.Json;
using UlmEdge.Decoder;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Dashboard;

/// <summary>What the page is told, as JSON. Nothing in it comes from anywhere but the nodes' own messages and the fault desk.</summary>
internal static class DashboardJson
{
    private const long LateShownMs = 30_000;

    private static readonly Lazy<Dictionary<string, Place>> Places =
        new(() => Streets.Take(DashboardModel.NodesMax).ToDictionary(place => place.Id));

    /// <summary>All nodes in short: <c>{"version","now","faults","nodes":[…]}</c>; of nodes only those that changed since.</summary>
    public static byte[] Street(DashboardModel model, IFaultDesk? desk, bool isConnected, long since) => model.Look(nodes => Written(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", model.Version);
        json.WriteNumber("now", model.NowMs);
        json.WriteString("root", model.Root);
        json.WriteBoolean("connected", isConnected);
        json.WriteNumber("unreadable", model.Faults);
        json.WriteNumber("count", nodes.Count);
        WriteNames(json, "kinds", desk?.Kinds ?? []);
        json.WriteStartArray("nodes");
        foreach (NodeBoard node in nodes.Values.Where(node => node.Version > since))
        {
            WriteSummary(json, node, desk, model.NowMs);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }));

    /// <summary>One node in full, or null if there is none.</summary>
    public static byte[]? Node(DashboardModel model, IFaultDesk? desk, string id) => model.Look(nodes =>
        nodes.TryGetValue(id, out NodeBoard? node) ? Written(json => WriteNode(json, node, desk, model.NowMs)) : null);

    private static void WriteNode(Utf8JsonWriter json, NodeBoard node, IFaultDesk? desk, long nowMs)
    {
        json.WriteStartObject();
        json.WritePropertyName("summary");
        WriteSummary(json, node, desk, nowMs);
        json.WriteStartArray("charts");
        foreach (ChannelChart chart in node.Charts.Values)
        {
            WriteChart(json, chart);
        }

        json.WriteEndArray();
        WriteJourney(json, node);
        WriteMeta(json, node.Meta);
        WritePairs(json, "health", node.Health?.Records.Select(record => (record.Name, Text(record.Value), record.Unit)) ?? []);
        WritePairs(
            json, "test", node.Test?.Checks.Concat(node.Test.Sensors).Select(check => (check.Key, check.Value, (string?)null)) ?? []);
        WritePairs(json, "configuration", ConfigurationOf(node.Configuration));
        json.WriteStartArray("log");
        foreach (BlackBoxEvent entry in node.Log)
        {
            json.WriteStartArray();
            json.WriteNumberValue(entry.Boot);
            json.WriteNumberValue(entry.UptimeSeconds);
            json.WriteNumberValue(entry.Code);
            json.WriteNumberValue(entry.Detail);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, NodeBoard node, IFaultDesk? desk, long nowMs)
    {
        json.WriteStartObject();
        json.WriteString("id", node.Id);
        if (Places.Value.TryGetValue(node.Id, out Place? place))
        {
            json.WriteString("name", place.Name);
            json.WriteNumber("lat", place.LatitudeDegrees);
            json.WriteNumber("lon", place.LongitudeDegrees);
        }

        json.WriteString("state", StateOf(node, nowMs));
        json.WriteNumber("time", node.LatestUnixMs);
        json.WriteNumber("samples", node.Arrivals.SampleCount);
        json.WriteNumber("late", node.Arrivals.LateCount);
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
        _ when node.Charts.Values.Any(chart => chart.Points.Any(point => point.IsLate && nowMs - point.ReceivedMs < LateShownMs)) => "late",
        _ => "online",
    };

    private static void WriteChart(Utf8JsonWriter json, ChannelChart chart)
    {
        json.WriteStartObject();
        json.WriteString("n", chart.Name);
        json.WriteString("u", chart.Unit);
        json.WriteStartArray("points"); // [time, received, value or null, reasons, doubts, late]
        foreach (ChartPoint point in chart.Points)
        {
            json.WriteStartArray();
            json.WriteNumberValue(point.UnixMs);
            json.WriteNumberValue(point.ReceivedMs);
            if (point.Value is { } value)
            {
                json.WriteNumberValue(value);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteNumberValue((int)point.Reasons);
            json.WriteNumberValue((int)point.Doubts);
            json.WriteNumberValue(point.IsLate ? 1 : 0);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Where its readings are: taken and waiting by its own word, received by ours.
    private static void WriteJourney(Utf8JsonWriter json, NodeBoard node)
    {
        json.WriteStartObject("journey");
        foreach ((string name, string record) in new[]
            {
                ("taken", "samples.taken"), ("waiting", "queue"), ("age", "queue.age"), ("acknowledged", "samples.sent"),
                ("thinned", "samples.thinned"), ("evicted", "samples.evicted"), ("files", "journal.files"),
            })
        {
            if (node.Health?.ValueOf(record) is { } value)
            {
                json.WriteNumber(name, value);
            }
        }

        json.WriteNumber("received", node.Arrivals.SampleCount);
        json.WriteNumber("missing", node.Arrivals.GapCount);
        json.WriteEndObject();
    }

    private static void WriteMeta(Utf8JsonWriter json, MetaMessage? meta)
    {
        json.WriteStartObject("meta");
        if (meta is not null)
        {
            json.WriteString("firmware", meta.Firmware);
            json.WriteString("board", meta.Board);
            json.WriteString("payload", meta.Payload);
            json.WriteString("contract", meta.Contract);
            json.WriteString("sends", meta.Sends);
            json.WriteString("retains", meta.Retains);
            json.WriteNumber("sampleSeconds", meta.SampleSeconds ?? 0);
            json.WriteStartArray("channels");
            foreach (MetaChannel channel in meta.Channels)
            {
                json.WriteStartArray();
                json.WriteStringValue(channel.Name);
                json.WriteStringValue(channel.Sensor);
                json.WriteStringValue(channel.Calibration);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static IEnumerable<(string, string, string?)> ConfigurationOf(ConfigurationMessage? configuration) => configuration is null
        ? []
        : [
            ("state", configuration.State, null), ("id", configuration.Id ?? "-", null), ("why", configuration.Why ?? "-", null),
            ("checksum", configuration.Configuration ?? "-", null),
        ];

    private static void WritePairs(Utf8JsonWriter json, string name, IEnumerable<(string Name, string Value, string? Unit)> pairs)
    {
        json.WriteStartArray(name);
        foreach ((string key, string value, string? unit) in pairs)
        {
            json.WriteStartArray();
            json.WriteStringValue(key);
            json.WriteStringValue(value);
            json.WriteStringValue(unit);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static string Text(decimal value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

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
