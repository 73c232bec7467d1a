using System.Formats.Cbor;

namespace UlmEdge.Decoder;

/// <summary>Reads SenML CBOR record by record (RFC 8428 section 6).</summary>
internal static class SenmlCborReader
{
    // RFC 8428 table 4, and what TakeForeign knows by its JSON name.
    private const int BaseName = -2;
    private const int BaseTime = -3;
    private const int Name = 0;
    private const int Unit = 1;
    private const int Value = 2;
    private const int Text = 3;
    private const int Time = 6;

    /// <summary>Reads a pack of samples.</summary>
    public static DataMessage Read(PackAssembler assembler, ReadOnlyMemory<byte> payload)
    {
        CborReader reader = new(payload, CborConformanceMode.Strict);
        if (reader.PeekState() != CborReaderState.StartArray)
        {
            throw new DecodeException("a SenML pack is an array");
        }

        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            assembler.Add(Record(reader, assembler.RecordCount));
        }

        reader.ReadEndArray();
        return reader.BytesRemaining == 0 ? assembler.Finish() : throw new DecodeException($"{reader.BytesRemaining} bytes are left over");
    }

    private static SenmlRecord Record(CborReader reader, int index)
    {
        if (reader.PeekState() != CborReaderState.StartMap)
        {
            throw new DecodeException($"record {index} is no map");
        }

        SenmlRecord record = default;
        CborNumber? value = null;
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            ReadField(reader, ref record, ref value, index);
        }

        reader.ReadEndMap();
        record.Value = value?.ToDecimal(Quantities.DecimalsOf(record.Name));
        return record;
    }

    private static void ReadField(CborReader reader, ref SenmlRecord record, ref CborNumber? value, int index)
    {
        switch (Label(reader, index))
        {
            case (BaseName, _):
                record.BaseName = TextOf(reader, "bn", index);
                break;
            case (BaseTime, _):
                record.BaseTime = CborNumber.Read(reader, "bt", index).ToDecimal(null);
                break;
            case (Name, null):
                record.Name = TextOf(reader, "n", index);
                break;
            case (Unit, _):
                record.Unit = TextOf(reader, "u", index);
                break;
            case (Value, _):
                value = CborNumber.Read(reader, "v", index);
                break;
            case (Text, _):
                record.Text = TextOf(reader, "vs", index);
                break;
            case (Time, _):
                record.Time = CborNumber.Read(reader, "t", index).ToDecimal(null);
                break;
            case (long number, var text):
                record.TakeForeign(text ?? ForeignLabel(number));
                reader.SkipValue();
                break;
        }
    }

    private static (long Number, string? Text) Label(CborReader reader, int index) => reader.PeekState() switch
    {
        CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger => (reader.ReadInt64(), null),
        CborReaderState.TextString => (long.MaxValue, reader.ReadTextString()),
        _ => throw new DecodeException($"a label of record {index} is neither a number nor a text"),
    };

    private static string ForeignLabel(long number) => number switch
    {
        -4 => "bu",
        -5 => "bv",
        -6 => "bs",
        4 => "vb",
        8 => "vd",
        _ => string.Empty,
    };

    private static string TextOf(CborReader reader, string label, int index)
    {
        if (reader.PeekState() is not (CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString))
        {
            throw new DecodeException($"'{label}' of record {index} is no text");
        }

        return reader.ReadTextString();
    }
}
