using System.Buffers.Binary;
using UlmEdge.Core.Batches;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Checkers;

/// <summary>The epochs of a node that can be recognised in a flash: in sound headers of segments, and in sound slots.</summary>
public static class FoundEpochs
{
    private const int ChecksumBytes = 4;
    private const int SlotVersion = 1;
    private const int SegmentVersion = 1;

    /// <summary>The epoch of a file, or 0.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="nodeHash">The hash of the node's name.</param>
    public static int Of(string name, byte[] content, uint nodeHash)
    {
        bool isSlot = name is "cursor.0" or "cursor.1";
        int length = isSlot ? content.Length : content.Length > 3 ? content[3] : 0;
        if ((!isSlot && !IsSegment(name)) || length < 20 || length > content.Length || content[0] != 'U'
            || content[1] != (isSlot ? 'C' : 'J') || (isSlot ? content[2] : content[2] >> 4) != (isSlot ? SlotVersion : SegmentVersion))
        {
            return 0;
        }

        uint checksum = BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(length - ChecksumBytes));
        int nodeAt = isSlot ? 7 : 4;
        bool isOurs = checksum == Crc32.Compute(content, 0, length - ChecksumBytes)
            && BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(nodeAt)) == nodeHash;
        return isOurs ? Varint(content.AsSpan(isSlot ? 11 : 12)) : 0;
    }

    /// <summary>Whether a file is a segment's by its name.</summary>
    public static bool IsSegment(string name) => name.Length == 10 && name[0] == 'j' && name[8] == '.' && name[9] is >= '0' and <= '3'
        && name.AsSpan(1, 7).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>All epochs of a flash.</summary>
    public static HashSet<int> In(SimulatedFlash flash, uint nodeHash) =>
        [.. flash.Files.Select(file => Of(file.Key, file.Value, nodeHash)).Where(epoch => epoch != 0)];

    private static int Varint(ReadOnlySpan<byte> bytes)
    {
        int value = 0;
        for (int i = 0; i < 5; i++)
        {
            value |= (bytes[i] & 0x7F) << (7 * i);
            if ((bytes[i] & 0x80) == 0)
            {
                break;
            }
        }

        return value;
    }
}
