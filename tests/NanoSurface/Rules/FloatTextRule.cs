namespace UlmEdge.Tests.NanoSurface;

/// <summary>Floating point as text without a format: long tails of digits, garbage for large round values.</summary>
internal sealed class FloatTextRule : IRule
{
    public string Name => "float-text";

    public IEnumerable<Finding> Check(CheckedCode code) => TextUses.In(code)
        .Where(use => use.Value.Type.IsFloat() && use.Format is ("" or "G" or "g"))
        .Select(use => CheckedCode.At(
            use.Value.Syntax,
            Name,
            "without a format the board writes 21.55 as 21.5499992 and large values as garbage; give F1, F2 …"));
}
