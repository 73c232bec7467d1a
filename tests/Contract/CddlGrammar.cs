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
    private readonly CddlTokens _tokens;

    /// <summary>Reads a grammar.</summary>
    /// <exception cref="FormatException">It is none, or uses more of CDDL than is known here.</exception>
    public CddlGrammar(string text)
    {
        _tokens = new CddlTokens(text);
        while (!_tokens.AtEnd)
        {
            string name = _tokens.Next();
            _tokens.Expect("=");
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
        while (_tokens.Take("/"))
        {
            choices.Add(Part());
        }

        return choices.Count == 1 ? choices[0] : item => choices.Any(choice => choice(item));
    }

    private Func<object, bool> Part()
    {
        string token = _tokens.Next();
        switch (token)
        {
            case "[":
                List<CddlEntry> items = Group("]");
                return item => item is List<object> list && CddlEntry.InArray(items, list);
            case "{":
                List<CddlEntry> pairs = Group("}");
                return item => item is List<KeyValuePair<object, object>> map && CddlEntry.InMap(pairs, map);
        }

        if (token[0] == '"')
        {
            return item => item is string text && text == token[1..^1];
        }

        if (long.TryParse(token, out long number))
        {
            long last = _tokens.Take("..") ? long.Parse(_tokens.Next()) : number;
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

        if (_tokens.Take(".regexp"))
        {
            Regex pattern = new(@"\A(?:" + _tokens.Next()[1..^1] + @")\z");
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

    private List<CddlEntry> Group(string end)
    {
        List<CddlEntry> entries = [];
        while (!_tokens.Take(end))
        {
            bool isOptional = _tokens.Take("?"), isAny = !isOptional && _tokens.Take("*");
            bool isSome = !isOptional && !isAny && _tokens.Take("+");
            Func<object, bool> type = Type();
            Func<object, bool>? key = null;
            if (_tokens.Take("=>"))
            {
                (key, type) = (type, Type());
            }

            entries.Add(new CddlEntry(isOptional || isAny ? 0 : 1, isAny || isSome ? int.MaxValue : 1, key, type));
            _tokens.Take(",");
        }

        return entries;
    }

    [GeneratedRegex(@"^[$A-Za-z_][A-Za-z0-9_$-]*\z")]
    private static partial Regex Name();
}
