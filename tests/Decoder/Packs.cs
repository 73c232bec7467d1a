using System.Formats.Cbor;
using System.Text;
using System.Text.Json;
using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Publishing;
using UlmEdge.Decoder;

namespace UlmEdge.Tests.Decoder;

/// <summary>The same batch in each of the three payloads: what the decoder must read alike.</summary>
internal static class Packs
{
    private const int DecimalsMax = 3; // Of rain and voltages; a float that gives these back gives fewer back, too.

    private static readonly string[] Labels = ["n", "u", "v", "vs", "vb", "s", "t", "ut", "vd"];

    /// <summary>As the firmware writes it to its flash.</summary>
    public static byte[] Compact(Batch batch)
    {
        byte[] buffer = new byte[Limits.BatchBytesMax];
        return buffer[..new BatchCodec().Encode(batch, buffer)];
    }

    /// <summary>As the firmware writes it to its default broker topic.</summary>
    public static byte[] Json(Batch batch)
    {
        ByteBuffer text = new SenmlJson("ulm/v1/donau-07/").Write(batch);
        return [.. text.Bytes.Take(text.Length)];
    }

    /// <summary>The same records one to one, numbers that are not whole as the shortest float from which they are rounded back.</summary>
    public static byte[] Cbor(byte[] json)
    {
        CborWriter writer = new();
        using JsonDocument document = JsonDocument.Parse(json);
        writer.WriteStartArray(document.RootElement.GetArrayLength());
        foreach (JsonElement record in document.RootElement.EnumerateArray())
        {
            writer.WriteStartMap(record.EnumerateObject().Count());
            foreach (JsonProperty field in record.EnumerateObject())
            {
                writer.WriteInt32(field.Name switch { "bn" => -2, "bt" => -3, _ => Array.IndexOf(Labels, field.Name) });
                WriteValue(writer, field.Value);
            }

            writer.WriteEndMap();
        }

        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>All that a message says, to compare and to read.</summary>
    public static string Describe(DataMessage message)
    {
        StringBuilder text = new($"{message.Node} {message.Epoch}.{message.Boot}.{message.FirstSample}.{message.SampleCount} ");
        text.Append($"{message.WindowSeconds} {message.IsDated}");
        foreach (DataRow row in message.Rows)
        {
            text.Append($"\n{row.Seconds}: {row.FirstSample} {row.SampleCount} {string.Join(", ", row.Records)}");
        }

        return text.ToString();
    }

    private static void WriteValue(CborWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            writer.WriteTextString(value.GetString()!);
        }
        else if (value.TryGetInt64(out long whole))
        {
            writer.WriteInt64(whole);
        }
        else
        {
            WriteFraction(writer, value.GetDecimal());
        }
    }

    private static void WriteFraction(CborWriter writer, decimal value)
    {
        if (Gives((double)(Half)value, value))
        {
            writer.WriteHalf((Half)value);
        }
        else if (Gives((float)value, value))
        {
            writer.WriteSingle((float)value);
        }
        else
        {
            writer.WriteDouble((double)value);
        }
    }

    private static bool Gives(double read, decimal value) =>
        double.IsFinite(read) && Math.Round((decimal)read, DecimalsMax, MidpointRounding.AwayFromZero) == value;
}
