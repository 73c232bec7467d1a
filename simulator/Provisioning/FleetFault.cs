namespace UlmEdge.Simulator.Provisioning;

/// <summary>What is wrong in a file, in one sentence.</summary>
/// <param name="Place">Where: <c>row 3, board</c>.</param>
/// <param name="Value">What stands there, or null where nothing does, or a secret.</param>
/// <param name="Right">What would be right.</param>
internal sealed record FleetFault(string Place, string? Value, string Right)
{
    private const int ShownMax = 60;

    /// <inheritdoc/>
    public override string ToString() => Value is null ? $"{Place}: {Right}" : $"{Place} is '{Shown(Value)}'; {Right}";

    private static string Shown(string value)
    {
        string printable = string.Concat(value.Select(character => char.IsControl(character) ? ' ' : character));
        return printable.Length <= ShownMax ? printable : printable[..ShownMax] + "…";
    }
}
