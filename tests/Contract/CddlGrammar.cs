using System.Text.RegularExpressions;

namespace UlmEdge.Tests.Contract;

/// <summary>As much of CDDL (RFC 8610) as the contract uses, as a judge of what <see cref="CborTree"/> has read.</summary>
/// <remarks>
/// Rules, choices, ranges, <c>.regexp</c>, literals, arrays and maps with occurrences. Like CDDL itself (appendix A) it is greedy
/// and does not go back. A socket (<c>$name</c>) that nothing fills matches nothing.
/// </remarks>
internal sealed partial class CddlGrammar
{
    private static readonly Dictionary<string, Func<object, bool>> Prelude = new()
    {
        ["any"] = _ => true,
        ["int"] = item => item is long,
        ["uint"] = item => item is >= 0L,
        ["float"] = item => item is Half or float or double,
        ["text"] = item => item is string,
        ["bytes"] = item => item is byte[],
        ["bool"] = item => item is bool,
    };

    private readonly Dictionary<string, Func<object, bool>> _rules = [];
    private readonly string[] _tokens;
    private int _at;

    /// <summary>Reads a grammar.</summary>
    /// <exception cref="FormatException">It is none, or uses more of CDDL than is known here.</exception>
    public CddlGrammar(string text)
    {
        _tokens = [.. Token().Matches(Comment().Replace(text, "")).Select(match => match.Value)];
        while (_at < _tokens.Length)
        {
            string name = Next();
            Expect("=");
            if (!Name().IsMatch(name) || !_rules.TryAdd(name, Type()))
            {
                throw new FormatException($"a rule cannot be named '{name}', or is named so twice");
            }
        }
    }

    /// <summary>Names that are used and not defined, sockets excepted.</summary>
    public List<string> Undefined { get; } = [];

    /// <summary>The names of the rules.</summary>
    public IEnumerable<string> Rules => _rules.Keys;

    /// <summary>Whether a rule allows an item.</summary>
    public bool Allows(string rule, object item) => _rules[rule](item);

    /// <summary>Checks that every name that is used is defined.</summary>
    /// <exception cref="FormatException">One is not.</exception>
    public CddlGrammar Complete() => Undefined.Except(_rules.Keys).FirstOrDefault() is string missing
        ? throw new FormatException($"'{missing}' is not defined")
        : this;

    private Func<object, bool> Type()
    {
        List<Func<object, bool>> choices = [Part()];
        while (Take("/"))
        {
            choices.Add(Part());
        }

        return choices.Count == 1 ? choices[0] : item => choices.Any(choice => choice(item));
    }

    private Func<object, bool> Part()
    {
        string token = Next();
        switch (token)
        {
            case "[":
                List<Entry> items = Group("]");
                return item => item is List<object> list && InArray(items, list);
            case "{":
                List<Entry> pairs = Group("}");
                return item => item is List<KeyValuePair<object, object>> map && InMap(pairs, map);
        }

        if (token[0] == '"')
        {
            return item => item is string text && text == token[1..^1];
        }

        if (long.TryParse(token, out long number))
        {
            long last = Take("..") ? long.Parse(Next()) : number;
            return item => item is long value && value >= number && value <= last;
        }

        return Named(token);
    }

    private Func<object, bool> Named(string name)
    {
        if (!Name().IsMatch(name))
        {
            throw new FormatException($"'{name}' is not understood");
        }

        if (Take(".regexp"))
        {
            Regex pattern = new(@"\A(?:" + Next()[1..^1] + @")\z");
            return item => item is string text && pattern.IsMatch(text);
        }

        if (Prelude.TryGetValue(name, out Func<object, bool>? known))
        {
            return known;
        }

        if (name[0] != '$')
        {
            Undefined.Add(name);
        }

        return item => _rules.TryGetValue(name, out Func<object, bool>? rule) && rule(item);
    }

    private List<Entry> Group(string end)
    {
        List<Entry> entries = [];
        while (!Take(end))
        {
            bool isOptional = Take("?"), isAny = !isOptional && Take("*"), isSome = !isOptional && !isAny && Take("+");
            Func<object, bool> type = Type();
            Func<object, bool>? key = null;
            if (Take("=>"))
            {
                (key, type) = (type, Type());
            }

            entries.Add(new Entry(isOptional || isAny ? 0 : 1, isAny || isSome ? int.MaxValue : 1, key, type));
            Take(",");
        }

        return entries;
    }

    private static bool InArray(List<Entry> entries, List<object> items)
    {
        int at = 0;
        foreach (Entry entry in entries)
        {
            int count = 0;
            while (count < entry.Most && at < items.Count && entry.Type(items[at]))
            {
                (at, count) = (at + 1, count + 1);
            }

            if (count < entry.Least)
            {
                return false;
            }
        }

        return at == items.Count;
    }

    private static bool InMap(List<Entry> entries, List<KeyValuePair<object, object>> pairs)
    {
        List<KeyValuePair<object, object>> left = [.. pairs];
        return entries.All(entry =>
        {
            int count = left.RemoveAll(pair => entry.Key!(pair.Key) && entry.Type(pair.Value));
            return count >= entry.Least && count <= entry.Most;
        }) && left.Count == 0;
    }

    private string Next() => _at < _tokens.Length ? _tokens[_at++] : throw new FormatException("the grammar ends too early");

    private bool Take(string token)
    {
        bool isNext = _at < _tokens.Length && _tokens[_at] == token;
        _at += isNext ? 1 : 0;
        return isNext;
    }

    private void Expect(string token)
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

    [GeneratedRegex(@"^[$A-Za-z_][A-Za-z0-9_$-]*\z")]
    private static partial Regex Name();

    private sealed record Entry(int Least, int Most, Func<object, bool>? Key, Func<object, bool> Type);
}
