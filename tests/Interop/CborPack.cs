using System.Formats.Cbor;
using System.Text.Json;

namespace UlmEdge.Tests.Interop;

/// <summary>The one place from which the interop tests have SenML CBOR: here, a pack in JSON record by record.</summary>
internal static class CborPack
{
    // RFC 8428 section 6, table 4.
    private static readonly Dictionary<string, int> Labels = new()
    {
        ["bver"] = -1, ["bn"] = -2, ["bt"] = -3, ["n"] = 0, ["u"] = 1, ["v"] = 2, ["vs"] = 3, ["t"] = 6,
    };

    /// <summary>The same pack in CBOR.</summary>
    public static byte[] Of(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        CborWriter writer = new(CborConformanceMode.Strict);
        writer.WriteStartArray(document.RootElement.GetArrayLength());
        foreach (JsonElement record in document.RootElement.EnumerateArray())
        {
            writer.WriteStartMap(record.EnumerateObject().Count());
            foreach (JsonProperty field in record.EnumerateObject())
            {
                writer.WriteInt32(Labels[field.Name]);
                Write(writer, field.Value);
            }

            writer.WriteEndMap();
        }

        writer.WriteEndArray();
        return writer.Encode();
    }

    private static void Write(CborWriter writer, JsonElement value)
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
            WriteShortest(writer, value.GetDecimal());
        }
    }

    // The shortest float that, rounded to the decimals of the quantity, is the number again.
    private static void WriteShortest(CborWriter writer, decimal number)
    {
        if (IsBack((double)(Half)(double)number, number))
        {
            writer.WriteHalf((Half)(double)number);
        }
        else if (IsBack((float)number, number))
        {
            writer.WriteSingle((float)number);
        }
        else
        {
            writer.WriteDouble((double)number);
        }
    }

    private static bool IsBack(double read, decimal number) => Math.Round(read, number.Scale) == (double)number;
}
