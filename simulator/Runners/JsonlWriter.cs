using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Runners;

/// <summary>Writes an object for each row.</summary>
/// <param name="output">Where to.</param>
/// <param name="isOurs">Whether it is to be closed at the end.</param>
internal sealed class JsonlWriter(TextWriter output, bool isOurs) : ISampleWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public void Write(DataMessage message, DataRow row)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("node", message.Node);
            json.WriteNumber("epoch", message.Epoch);
            json.WriteNumber("boot", message.Boot);
            json.WriteNumber("sample", row.FirstSample);
            json.WriteNumber("samples", row.SampleCount);
            json.WriteNumber(message.IsDated ? "time" : "uptime", row.Seconds);
            if (message.IsSummary)
            {
                json.WriteNumber("window", message.WindowSeconds);
            }

            WriteRecords(json, row);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    /// <inheritdoc/>
    public void Flush() => output.Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (isOurs)
        {
            output.Dispose();
        }
    }

    private static void WriteRecords(Utf8JsonWriter json, DataRow row)
    {
        json.WriteStartArray("values");
        foreach (DataRecord record in row.Values)
        {
            json.WriteStartObject();
            json.WriteString("n", record.Name);
            if (record.Unit is not null)
            {
                json.WriteString("u", record.Unit);
            }

            json.WriteNumber("v", record.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteNotes(json, "missing", row.Absences);
        WriteNotes(json, "doubtful", row.Doubts);
    }

    private static void WriteNotes(Utf8JsonWriter json, string name, IEnumerable<DataRecord> notes)
    {
        if (!notes.Any())
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (DataRecord record in notes)
        {
            json.WriteString(record.Channel, MessageText.Notes(record));
        }

        json.WriteEndObject();
    }
}
