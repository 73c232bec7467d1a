using System.Globalization;
using System.Text;
using System.Text.Json;
using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Dashboard;

/// <summary>What a node's charts show, for other programs.</summary>
internal static class DashboardExport
{
    /// <summary>A line for each reading: time in UTC, channel, unit, value, reasons, doubts, whether it came late.</summary>
    public static string? Csv(DashboardModel model, string id) => model.Look(nodes =>
    {
        if (!nodes.TryGetValue(id, out NodeBoard? node))
        {
            return null;
        }

        StringBuilder text = new("time,channel,unit,value,reasons,doubts,late\n");
        foreach ((ChannelChart chart, ChartPoint point) in Readings(node))
        {
            string time = DateTimeOffset.FromUnixTimeMilliseconds(point.UnixMs)
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            string reasons = point.Reasons == AbsenceReasons.None ? string.Empty : $"\"{point.Reasons}\"";
            string doubts = point.Doubts == QualityFlags.Good ? string.Empty : $"\"{point.Doubts}\"";
            text.Append(
                CultureInfo.InvariantCulture,
                $"{time},{chart.Name},{chart.Unit},{point.Value},{reasons},{doubts},{(point.IsLate ? "late" : string.Empty)}\n");
        }

        return text.ToString();
    });

    /// <summary>A SenML pack (RFC 8428): a record for each value, and one of <c>.q</c> for each reason or doubt.</summary>
    public static byte[]? Senml(DashboardModel model, string id) => model.Look(nodes =>
    {
        if (!nodes.TryGetValue(id, out NodeBoard? node))
        {
            return null;
        }

        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartArray();
            string? baseName = $"{model.Root}/{id}/";
            foreach ((ChannelChart chart, ChartPoint point) in Readings(node))
            {
                if (point.Value is { } value)
                {
                    WriteRecord(json, ref baseName, chart.Name, chart.Unit, point.UnixMs, value);
                }

                long bits = (long)point.Reasons | ((long)point.Doubts << 16);
                if (bits != 0)
                {
                    WriteRecord(json, ref baseName, chart.Name + ".q", null, point.UnixMs, bits);
                }
            }

            json.WriteEndArray();
        }

        return stream.ToArray();
    });

    private static IEnumerable<(ChannelChart Chart, ChartPoint Point)> Readings(NodeBoard node) => node.Charts.Values
        .SelectMany(chart => chart.Points.Select(point => (chart, point)))
        .OrderBy(reading => reading.point.UnixMs);

    // The base version goes with ug/m3, ppm and mm, which are secondary units (RFC 8798).
    private static void WriteRecord(Utf8JsonWriter json, ref string? baseName, string name, string? unit, long unixMs, decimal value)
    {
        json.WriteStartObject();
        if (baseName is not null)
        {
            json.WriteNumber("bver", 26);
            json.WriteString("bn", baseName);
            baseName = null;
        }

        json.WriteString("n", name);
        if (unit is not null)
        {
            json.WriteString("u", unit);
        }

        json.WriteNumber("t", unixMs / 1000m);
        json.WriteNumber("v", value);
        json.WriteEndObject();
    }
}
