using UlmEdge.Devices.Serial;

namespace UlmEdge.Tests.Devices;

/// <summary>Damages frames as a line does, and looks whether a scanner finds its step again.</summary>
internal static class SerialFrames
{
    /// <summary>The frame with bits flipped, bytes lost, bytes added, or cut off.</summary>
    public static byte[] Damaged(Random chance, byte[] frame)
    {
        List<byte> bytes = [.. frame];
        for (int i = 1 + chance.Next(3); i > 0; i--)
        {
            int at = chance.Next(bytes.Count);
            switch (chance.Next(4))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << chance.Next(8));
                    break;
                case 1 when bytes.Count > 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, (byte)chance.Next(256));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    bytes.Add((byte)chance.Next(256));
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Whether the last of two sound frames is found, whatever came before.</summary>
    public static bool IsInStep(FrameScanner scanner, byte[] first, byte[] second)
    {
        bool isFound = false;
        foreach (byte value in (byte[])[.. first, .. second])
        {
            isFound = scanner.Take(value);
        }

        return isFound && scanner.Frame.SequenceEqual(second);
    }
}
