using System.Formats.Cbor;

namespace UlmEdge.Tests.Core;

/// <summary>A pack as a foreign CBOR library reads it.</summary>
internal static class CborPack
{
    /// <summary>The keys in the order in which a record has them: bn, bt, n, u, t, v, vs.</summary>
    private static readonly int[] Order = [-2, -3, 0, 1, 6, 2, 3];

    /// <summary>The records; a value is a text, a whole number (long) or a float (double).</summary>
    /// <remarks>Fails unless all lengths are definite, heads are shortest, and keys stand in their order.</remarks>
    public static Dictionary<int, object>[] Read(byte[] pack)
    {
        var reader = new CborReader(pack, CborConformanceMode.Strict);
        var again = new CborWriter();
        int count = Assert.NotNull(reader.ReadStartArray());
        again.WriteStartArray(count);
        Dictionary<int, object>[] records = [.. Enumerable.Range(0, count).Select(_ => ReadRecord(reader, again))];
        reader.ReadEndArray();
        again.WriteEndArray();
        Assert.Equal(0, reader.BytesRemaining);
        Assert.Equal(again.Encode(), pack);
        return records;
    }

    private static Dictionary<int, object> ReadRecord(CborReader reader, CborWriter again)
    {
        var record = new Dictionary<int, object>();
        int count = Assert.NotNull(reader.ReadStartMap());
        again.WriteStartMap(count);
        for (int i = 0; i < count; i++)
        {
            int key = reader.ReadInt32();
            again.WriteInt32(key);
            record.Add(key, ReadValue(reader, again));
        }

        reader.ReadEndMap();
        again.WriteEndMap();
        Assert.Equal(record.Keys.OrderBy(key => Array.IndexOf(Order, key)), record.Keys);
        return record;
    }

    private static object ReadValue(CborReader reader, CborWriter again)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.TextString:
                string text = reader.ReadTextString();
                again.WriteTextString(text);
                return text;
            case CborReaderState.HalfPrecisionFloat:
                Half half = reader.ReadHalf();
                again.WriteHalf(half);
                return (double)half;
            case CborReaderState.SinglePrecisionFloat:
                float single = reader.ReadSingle();
                again.WriteSingle(single);
                return (double)single;
            case CborReaderState.DoublePrecisionFloat:
                double number = reader.ReadDouble();
                again.WriteDouble(number);
                return number;
            default:
                long integer = reader.ReadInt64();
                again.WriteInt64(integer);
                return integer;
        }
    }
}
