using System.Text;

namespace UlmEdge.Decoder;

/// <summary>The names and units that come again and again, so that they need not be made anew.</summary>
internal static class KnownText
{
    private static readonly (byte[] Bytes, string Text)[] All = [..
        new[]
        {
            "temp", "rh", "press", "Cel", "%RH", "Pa", "s", "count", "samples", "thinned", "uptime", "batch", "temp.q", "rh.q", "press.q",
            "temp.min", "temp.mean", "temp.max", "rh.min", "rh.mean", "rh.max", "press.min", "press.mean", "press.max",
        }.Select(text => (Encoding.UTF8.GetBytes(text), text))];

    /// <summary>The text of these bytes if it is one of them.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        foreach ((byte[] known, string text) in All)
        {
            if (bytes.SequenceEqual(known))
            {
                return text;
            }
        }

        return null;
    }
}
