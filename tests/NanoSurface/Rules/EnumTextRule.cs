namespace UlmEdge.Tests.NanoSurface;

/// <summary>Enums as text: the board knows no names, it writes the number.</summary>
internal sealed class EnumTextRule : IRule
{
    public string Name => "enum-text";

    public IEnumerable<Finding> Check(CheckedCode code) => TextUses.In(code)
        .Where(use => use.Value.Type.IsEnum())
        .Select(use => CheckedCode.At(
            use.Value.Syntax,
            Name,
            "an enum becomes its number on the board, never its name; name it in a switch, or cast it to int"));
}
