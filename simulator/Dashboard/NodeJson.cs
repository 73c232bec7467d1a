using System.Globalization;
using System.Text.Json;
using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Dashboard;

/// <summary>A node in full, as JSON: its charts, where its readings are, and what it says of itself.</summary>
internal static class NodeJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, NodeBoard node, IFaultDesk? desk, DashboardModel model)
    {
        json.WriteStartObject();
        json.WritePropertyName("summary");
        DashboardJson.WriteSummary(json, node, desk, model);
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
        WriteFaults(json, model.Scene.FaultsAt(node.Id));
        json.WriteEndObject();
    }

    private static void WriteFaults(Utf8JsonWriter json, IReadOnlyList<SceneFault> faults)
    {
        json.WriteStartArray("faults"); // [from, until, kind]
        foreach (SceneFault fault in faults)
        {
            json.WriteStartArray();
            json.WriteNumberValue(fault.FromUnixMs);
            json.WriteNumberValue(fault.UntilUnixMs);
            json.WriteStringValue(fault.Kind);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

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

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
