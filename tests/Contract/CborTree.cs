using System.Formats.Cbor;

namespace UlmEdge.Tests.Contract;

/// <summary>Reads CBOR (RFC 8949) into lists, pairs, numbers and texts, and refuses what the contract does not allow.</summary>
/// <remarks>An array is a list of items, a map a list of pairs in its order; an integer is a long, a float stays what it was.</remarks>
internal static class CborTree
{
    /// <summary>Reads one item and nothing behind it.</summary>
    /// <exception cref="FormatException">It is no CBOR, of indefinite length, or more follows.</exception>
    public static object Read(byte[] payload)
    {
        try
        {
            var reader = new CborReader(payload, CborConformanceMode.Strict);
            object item = Item(reader);
            return reader.BytesRemaining == 0 ? item : throw new FormatException($"{reader.BytesRemaining} bytes follow");
        }
        catch (Exception error) when (error is CborContentException or InvalidOperationException or OverflowException)
        {
            throw new FormatException($"no CBOR of the contract: {error.Message}", error);
        }
    }

    private static object Item(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.UnsignedInteger:
            case CborReaderState.NegativeInteger:
                return reader.ReadInt64();
            case CborReaderState.HalfPrecisionFloat:
                return reader.ReadHalf();
            case CborReaderState.SinglePrecisionFloat:
                return reader.ReadSingle();
            case CborReaderState.DoublePrecisionFloat:
                return reader.ReadDouble();
            case CborReaderState.TextString:
                return reader.ReadTextString();
            case CborReaderState.ByteString:
                return reader.ReadByteString();
            case CborReaderState.Boolean:
                return reader.ReadBoolean();
            case CborReaderState.StartArray:
                return Array(reader);
            case CborReaderState.StartMap:
                return Map(reader);
            default:
                throw new FormatException($"{reader.PeekState()} has no place in a pack");
        }
    }

    private static List<object> Array(CborReader reader)
    {
        int length = reader.ReadStartArray() ?? throw new FormatException("an array of indefinite length");
        List<object> items = [];
        for (int i = 0; i < length; i++)
        {
            items.Add(Item(reader));
        }

        reader.ReadEndArray();
        return items;
    }

    private static List<KeyValuePair<object, object>> Map(CborReader reader)
    {
        int length = reader.ReadStartMap() ?? throw new FormatException("a map of indefinite length");
        List<KeyValuePair<object, object>> pairs = [];
        for (int i = 0; i < length; i++)
        {
            object key = Item(reader);
            pairs.Add(new(key, Item(reader)));
        }

        reader.ReadEndMap();
        return pairs;
    }
}
