using System.Text.Json;

namespace UlmEdge.Decoder;

/// <summary>Reads SenML JSON record by record (RFC 8428 section 5); numbers digit by digit.</summary>
internal static class SenmlJsonReader
{
    private const int DepthMax = 16;

    /// <summary>Reads a pack of samples.</summary>
    public static DataMessage Read(PackAssembler assembler, ReadOnlySpan<byte> payload)
    {
        Utf8JsonReader reader = Begin(payload);
        while (TryNext(ref reader, assembler.RecordCount, out SenmlRecord record))
        {
            assembler.Add(record);
        }

        return assembler.Finish();
    }

    /// <summary>Enters the pack.</summary>
    public static Utf8JsonReader Begin(ReadOnlySpan<byte> payload)
    {
        Utf8JsonReader reader = new(payload, new JsonReaderOptions { MaxDepth = DepthMax });
        return reader.Read() && reader.TokenType == JsonTokenType.StartArray
            ? reader
            : throw new DecodeException("a SenML pack is an array");
    }

    /// <summary>Reads the next record; at the end makes sure that nothing follows.</summary>
    public static bool TryNext(ref Utf8JsonReader reader, int index, out SenmlRecord record)
    {
        record = default;
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return reader.Read(); // Throws if something follows; else there is nothing left, which is false.
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new DecodeException($"record {index} is no object");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadField(ref reader, ref record, index);
        }

        return true;
    }

    private static void ReadField(ref Utf8JsonReader reader, ref SenmlRecord record, int index)
    {
        if (reader.ValueTextEquals("n"u8))
        {
            record.Name = Text(ref reader, "n", index);
        }
        else if (reader.ValueTextEquals("u"u8))
        {
            record.Unit = Text(ref reader, "u", index);
        }
        else if (reader.ValueTextEquals("v"u8))
        {
            record.Value = Number(ref reader, "v", index);
        }
        else if (reader.ValueTextEquals("t"u8))
        {
            record.Time = Number(ref reader, "t", index);
        }
        else
        {
            ReadRareField(ref reader, ref record, index);
        }
    }

    private static void ReadRareField(ref Utf8JsonReader reader, ref SenmlRecord record, int index)
    {
        string label = reader.GetString()!;
        switch (label)
        {
            case "bn":
                record.BaseName = Text(ref reader, label, index);
                break;
            case "bt":
                record.BaseTime = Number(ref reader, label, index);
                break;
            case "vs":
                record.Text = Text(ref reader, label, index);
                break;
            default:
                record.TakeForeign(label);
                reader.Read();
                reader.Skip();
                break;
        }
    }

    private static string Text(ref Utf8JsonReader reader, string label, int index)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String
            ? (reader.ValueIsEscaped ? null : KnownText.Of(reader.ValueSpan)) ?? reader.GetString()!
            : throw new DecodeException($"'{label}' of record {index} is no text");
    }

    private static decimal Number(ref Utf8JsonReader reader, string label, int index)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal number)
            ? number
            : throw new DecodeException($"'{label}' of record {index} is no number that a sample can have");
    }
}
