using System.Globalization;

namespace UlmEdge.Decoder;

/// <summary>Numbers with points between them, which name samples or a connection.</summary>
internal static class SampleIdentity
{
    /// <summary>Reads so many numbers.</summary>
    /// <exception cref="DecodeException">It is something else.</exception>
    public static int[] Read(string text, int count, string shape)
    {
        int[] numbers = new int[count];
        int used = 0;
        foreach (Range part in text.AsSpan().Split('.'))
        {
            if (used == count
                || !int.TryParse(text.AsSpan(part), NumberStyles.None, CultureInfo.InvariantCulture, out numbers[used++]))
            {
                throw Wrong(text, shape);
            }
        }

        return used == count ? numbers : throw Wrong(text, shape);
    }

    private static DecodeException Wrong(string text, string shape) => new($"'{text}' is not {shape}");
}
