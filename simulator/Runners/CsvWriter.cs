using System.Globalization;
using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Runners;

/// <summary>Writes a line for each value: the long form, which every table and database takes.</summary>
internal sealed class CsvWriter : ISampleWriter
{
    private readonly TextWriter _output;
    private readonly bool _isOurs;

    /// <summary>Writes the head.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="isOurs">Whether it is to be closed at the end.</param>
    public CsvWriter(TextWriter output, bool isOurs)
    {
        _isOurs = isOurs;
        _output = output;
        _output.WriteLine("node,epoch,boot,sample,samples,time,uptime,window,name,unit,value,reasons");
    }

    /// <inheritdoc/>
    public void Write(DataMessage message, DataRow row)
    {
        string uptime = message.IsDated ? string.Empty : Number(row.Seconds);
        string window = message.IsSummary ? Number(message.WindowSeconds) : string.Empty;
        string start = FormattableString.Invariant(
            $"{Field(message.Node)},{message.Epoch},{message.Boot},{row.FirstSample},{row.SampleCount},")
            + $"{MessageText.Iso(message, row)},{uptime},{window}";
        foreach (DataRecord record in row.Records)
        {
            string value = record.IsNote ? "," + MessageText.Notes(record) : Number(record.Value) + ",";
            _output.WriteLine($"{start},{Field(record.Channel)},{Field(record.Unit ?? string.Empty)},{value}");
        }
    }

    /// <inheritdoc/>
    public void Flush() => _output.Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isOurs)
        {
            _output.Dispose();
        }
    }

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Field(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
}
