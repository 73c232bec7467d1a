using System.Text;
using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Runners;

/// <summary>Reads one payload, or lines as <c>mosquitto_sub -v</c> and <c>mosquitto_sub -F '%t %x'</c> print them, as they come.</summary>
internal static class CaptureReader
{
    // The largest payload in hexadecimal, and a topic.
    private const int LineBytesMax = (2 * MessageDecoder.PayloadBytesMax) + 65_536;

    /// <summary>Reads the messages of a stream.</summary>
    public static IEnumerable<CapturedMessage> Read(Stream stream)
    {
        using BufferedStream input = new(stream, 65_536);
        byte[]? line = ReadLine(input);
        if (line is not null && !IsCapture(line))
        {
            yield return new CapturedMessage(0, null, [.. line, .. Rest(input)]);
            yield break;
        }

        for (int number = 1; line is not null; number++, line = ReadLine(input))
        {
            if (Message(number, Encoding.UTF8.GetString(line).TrimEnd('\r', '\n')) is { } message)
            {
                yield return message;
            }
        }
    }

    // A lone payload begins with a bracket or with bytes that no topic has.
    private static bool IsCapture(byte[] line)
    {
        int space = Array.IndexOf(line, (byte)' ');
        return space > 0 && line[0] is not ((byte)'[' or < (byte)' ' or >= 0x80)
            && MessageTopic.TryParse(Encoding.UTF8.GetString(line, 0, space), null, out _) | line.AsSpan(0, space).Contains((byte)'/');
    }

    private static CapturedMessage? Message(int number, string line)
    {
        int space = line.IndexOf(' ');
        string text = space < 0 ? string.Empty : line[(space + 1)..].Trim();
        if (text is "" or "(null)")
        {
            return null; // A retained message that was taken back.
        }

        string topic = line[..space];
        if (line.Length > LineBytesMax / 2 && line.Length >= LineBytesMax - 4)
        {
            return new CapturedMessage(number, topic, [], "the line is longer than any message");
        }

        if (text[0] is '[' or '{')
        {
            return new CapturedMessage(number, topic, Encoding.UTF8.GetBytes(text));
        }

        return text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit)
            ? new CapturedMessage(number, topic, Convert.FromHexString(text))
            : new CapturedMessage(number, topic, [], "the payload is neither JSON nor hexadecimal; mosquitto_sub -F '%t %x' captures any");
    }

    // Up to the end of the line, which is included, or to as many bytes as a line can have: what is beyond is left out.
    private static byte[]? ReadLine(Stream input)
    {
        using MemoryStream line = new();
        for (int value = input.ReadByte(); value >= 0; value = input.ReadByte())
        {
            if (line.Length < LineBytesMax)
            {
                line.WriteByte((byte)value);
            }

            if (value == '\n')
            {
                break;
            }
        }

        return line.Length == 0 ? null : line.ToArray();
    }

    private static byte[] Rest(Stream input)
    {
        byte[] rest = new byte[MessageDecoder.PayloadBytesMax + 1];
        int length = input.ReadAtLeast(rest, rest.Length, false);
        return rest[..length];
    }
}
