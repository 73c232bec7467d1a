namespace UlmEdge.Simulator.Weather;

/// <summary>Foreign text in a sentence for people: what is long is cut, what cannot be printed becomes a question mark.</summary>
internal static class Quotation
{
    private const int CharactersMax = 60;

    /// <summary>The text in quotation marks.</summary>
    public static string Of(string text)
    {
        var printable = string.Concat(text.Take(CharactersMax).Select(c => char.IsControl(c) || c == '\uFFFD' ? '?' : c));
        return text.Length > CharactersMax ? $"\"{printable}…\"" : $"\"{printable}\"";
    }
}
