using UlmEdge.Core.Batches;

namespace UlmEdge.Simulator.Checkers;

/// <summary>A record of a segment, found by the picture in FORMAT.md and not by the firmware's own reader.</summary>
/// <param name="Offset">Where it stands.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="FirstSample">Its first sample; equal to the end for a clock.</param>
/// <param name="EndSample">One after its last sample.</param>
public readonly record struct StoredRecord(int Offset, int Length, int FirstSample, int EndSample)
{
    private const int HeaderLengthOffset = 3;
    private const int BodyOffset = 3;
    private const int ChecksumBytes = 4;
    private const byte BatchMarker = 0xB1;
    private const byte ClockMarker = 0xC1;

    /// <summary>The sound records of a segment, up to the first that is not.</summary>
    public static IEnumerable<StoredRecord> In(byte[] segment)
    {
        Batch batch = new();
        BatchCodec codec = new();
        int offset = segment.Length > HeaderLengthOffset ? segment[HeaderLengthOffset] : segment.Length;
        while (offset + BodyOffset < segment.Length && segment[offset] is BatchMarker or ClockMarker)
        {
            int length = segment[offset + 1] | (segment[offset + 2] << 8);
            if (offset + length > segment.Length || length < BodyOffset + ChecksumBytes || LittleEndian.ReadUInt32(
                segment, offset + length - ChecksumBytes) != Crc32.Compute(segment, offset, length - ChecksumBytes))
            {
                yield break;
            }

            bool isBatch = segment[offset] == BatchMarker
                && codec.TryDecodeBody(segment, BodyOf(segment, offset), offset + length - ChecksumBytes, batch) == DecodeResult.Ok;
            yield return new StoredRecord(offset, length, isBatch ? batch.FirstSample : 0, isBatch ? batch.EndSample : 0);
            offset += length;
        }
    }

    // Before the batch stand a number, a distance, how many islands, and two numbers for each.
    private static int BodyOf(byte[] segment, int offset)
    {
        int position = offset + BodyOffset;
        _ = Varint(segment, ref position);
        _ = Varint(segment, ref position);
        for (uint islands = Varint(segment, ref position); islands > 0; islands--)
        {
            _ = Varint(segment, ref position);
            _ = Varint(segment, ref position);
        }

        return position;
    }

    private static uint Varint(byte[] bytes, ref int position)
    {
        uint value = 0;
        int shift = 0;
        do
        {
            value |= (uint)(bytes[position] & 0x7F) << shift;
            shift += 7;
        }
        while ((bytes[position++] & 0x80) != 0 && position < bytes.Length);
        return value;
    }
}
