using System.Text.RegularExpressions;

namespace UlmEdge.Tests.Contract;

/// <summary>The tokens of a grammar in CDDL, one after the other; reading beyond the end is a <see cref="FormatException"/>.</summary>
internal sealed partial class CddlTokens
{
    private readonly string[] _tokens;
    private int _at;

    /// <summary>The tokens of a text, without its comments.</summary>
    public CddlTokens(string text) => _tokens = [.. Token().Matches(Comment().Replace(text, "")).Select(match => match.Value)];

    /// <summary>Whether all were taken.</summary>
    public bool AtEnd => _at == _tokens.Length;

    /// <summary>Takes the next one.</summary>
    public string Next() => _at < _tokens.Length ? _tokens[_at++] : throw new FormatException("the grammar ends too early");

    /// <summary>Takes the next one if it is this.</summary>
    public bool Take(string token)
    {
        bool isNext = _at < _tokens.Length && _tokens[_at] == token;
        _at += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Takes the next one, which must be this.</summary>
    public void Expect(string token)
    {
        if (!Take(token))
        {
            throw new FormatException($"'{token}' is missing before '{(_at < _tokens.Length ? _tokens[_at] : "the end")}'");
        }
    }

    // A comment begins at a semicolon outside of a text.
    [GeneratedRegex("""(?<=^[^";\n]*("[^"\n]*"[^";\n]*)*);[^\n]*""", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("""
        "[^"]*"|=>|\.\.|\.regexp|-?[0-9]+|[$A-Za-z_][A-Za-z0-9_$-]*|\S
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();
}
