namespace UlmEdge.Tests.Contract;

/// <summary>The published CDDL, ready to be asked.</summary>
internal static class ContractCddl
{
    /// <summary>The grammar of <c>senml.cddl</c>.</summary>
    public static CddlGrammar Grammar { get; } = new CddlGrammar(ContractFiles.Read("senml.cddl")).Complete();

    /// <summary>What a rule says against a message.</summary>
    /// <param name="rule">The rule: <c>pack</c> or <c>pack-rel</c>.</param>
    /// <param name="payload">CBOR.</param>
    /// <returns>Null when nothing.</returns>
    /// <exception cref="FormatException">It is no CBOR that the contract allows.</exception>
    public static string? FaultIn(string rule, byte[] payload)
    {
        object item = CborTree.Read(payload);
        if (Grammar.Allows(rule, item))
        {
            return null;
        }

        // Which record it was is what one wants to know; the rest is a question of order.
        string[] rules = ["record", "thinned", "uptime"];
        List<object> records = item as List<object> ?? [];
        int place = 1 + records.Skip(1).ToList().FindIndex(record => !rules.Any(name => Grammar.Allows(name, record)));
        return $"senml.cddl has no such {rule}" + (place > 0 ? $": record {place}" : "");
    }
}
