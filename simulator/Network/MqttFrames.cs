using System.Buffers.Binary;
using System.Text;

namespace UlmEdge.Simulator.Network;

/// <summary>Cuts a stream into MQTT control packets without looking into more of them than it must (MQTT 3.1.1, section 2).</summary>
internal static class MqttFrames
{
    /// <summary>First byte of a PUBACK.</summary>
    public const byte Puback = 0x40;

    private const byte Connect = 0x10;
    private const int LengthBytesMax = 4;

    // Fixed header, protocol name MQTT, level, flags, keep-alive.
    private const int BeforeClientId = 2 + 4 + 1 + 1 + 2;

    /// <summary>Reads one packet whole.</summary>
    /// <returns>Null when the stream has ended.</returns>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken token)
    {
        byte[] header = new byte[1 + LengthBytesMax];
        int used = 0;
        int length = 0;
        do
        {
            if (used == header.Length || await stream.ReadAsync(header.AsMemory(used, 1), token) == 0)
            {
                return null;
            }

            used++;
            length += used == 1 ? 0 : (header[used - 1] & 0x7F) << (7 * (used - 2));
        }
        while (used == 1 || header[used - 1] >= 0x80);

        byte[] frame = new byte[used + length];
        header.AsSpan(0, used).CopyTo(frame);
        int read = await stream.ReadAtLeastAsync(frame.AsMemory(used), length, throwOnEndOfStream: false, token);
        return read == length ? frame : null;
    }

    /// <summary>The client's id, if a packet is a CONNECT that has one.</summary>
    public static string? ClientIdOf(ReadOnlySpan<byte> frame)
    {
        if (frame[0] != Connect)
        {
            return null;
        }

        int at = 1;
        while (frame[at++] >= 0x80)
        {
            // The remaining length goes on.
        }

        ReadOnlySpan<byte> id = frame[(at + BeforeClientId)..];
        return Encoding.UTF8.GetString(id.Slice(2, BinaryPrimitives.ReadUInt16BigEndian(id)));
    }
}
