using System.Globalization;
using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Runners;

/// <summary>Messages of nodes as lines for people.</summary>
internal static class MessageText
{
    /// <summary>A message in lines, one for each row of samples.</summary>
    public static IEnumerable<string> Lines(NodeMessage message) => message switch
    {
        DataMessage data => data.Rows.Select(row => Line(data, row)),
        StatusMessage status =>
            [$"{status.Node}  {(status.IsOnline ? "online" : "offline")}, boot {status.Boot}, connection {status.Connection}"],
        HealthMessage health => [$"{health.Node}  health: {Records(health.Records)}"],
        CommandAnswer answer => [$"{answer.Node}  answers {answer.Id} with {answer.Code}: {Safe(answer.Text)}"],
        BlackBoxMessage box => box.Events.Select(noted => $"{box.Node}  event {noted.Code} ({noted.Detail}) "
            + $"in boot {noted.Boot} after {noted.UptimeSeconds} s")
            .Prepend($"{box.Node}  black box of {Wording.Count(box.Events.Count, "event")}"),
        CommissioningMessage test => [$"{test.Node}  {Result(test)}"],
        ConfigurationMessage reported => [$"{reported.Node}  configuration {Safe(reported.Id ?? "without id")}: {Safe(reported.State)}"
            + (reported.Why is null ? string.Empty : $", {Safe(reported.Why)}")],
        MetaMessage meta => [$"{meta.Node}  contract {Safe(meta.Contract)}, measures "
            + string.Join(", ", meta.Channels.Select(channel => Safe($"{channel.Name} in {channel.Unit}")))],
        _ => [],
    };

    private static string Result(CommissioningMessage test) => test.HasPassed
        ? $"has passed its test in boot {test.Boot}"
        : $"has failed its test in boot {test.Boot}: " + Safe(string.Join(", ", test.Checks
            .Where(check => check.Value != "ok" && check is not { Key: "tls", Value: "plain" })
            .Concat(test.Sensors.Where(sensor => sensor.Value != "ok"))
            .Select(check => $"{check.Key} {check.Value}")));

    /// <summary>A row of samples.</summary>
    public static string Line(DataMessage message, DataRow row)
    {
        string time = message.TimeOf(row) is { } moment
            ? moment.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : $"uptime {row.Seconds} s";
        string summary = message.IsSummary ? $" ({Wording.Count(row.SampleCount, "sample")} in {message.WindowSeconds} s)" : string.Empty;
        return $"{time}  {Safe(message.Node)}  {message.Epoch}.{row.FirstSample}{summary}  {Records(row.Records)}";
    }

    /// <summary>Values with their units, and reasons where there are none.</summary>
    public static string Records(IEnumerable<DataRecord> records) => Safe(string.Join(", ", records.Select(record => record.IsNote
        ? $"{record.Channel}: {Notes(record)}"
        : string.Create(CultureInfo.InvariantCulture, $"{record.Name} {record.Value} {record.Unit}").TrimEnd())));

    /// <summary>The same where there is little room: what a unit tells needs no name.</summary>
    public static string Brief(IEnumerable<DataRecord> records) => Safe(string.Join(", ", records.Select(record => record.IsNote
        ? $"{record.Channel}: {Notes(record)}"
        : string.Create(CultureInfo.InvariantCulture, $"{record.Value} {record.Unit ?? record.Name}"))));

    /// <summary>Why there is no value, or what speaks against it.</summary>
    public static string Notes(DataRecord record) => record.IsAbsence
        ? Spaced(record.Reasons.ToString())
        : "doubtful: " + Spaced(record.Quality.ToString());

    private static string Spaced(string flags) => string.Join(" + ", flags.Split(", ").Select(Wording.Spaced));

    /// <summary>The moment of a row as ISO 8601 has it; empty where there is none.</summary>
    public static string Iso(DataMessage message, DataRow row) =>
        message.TimeOf(row)?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>Text that anybody may have sent, without what a terminal would obey.</summary>
    public static string Safe(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter)) : text;
}
