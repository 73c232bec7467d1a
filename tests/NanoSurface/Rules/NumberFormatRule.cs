using System.Text.RegularExpressions;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Number formats that the board does not know: it writes them out as they are.</summary>
/// <remarks>Dates have custom formats on the board too: they are not looked at.</remarks>
internal sealed partial class NumberFormatRule : IRule
{
    public string Name => "number-format";

    public IEnumerable<Finding> Check(CheckedCode code)
    {
        foreach (TextUse use in TextUses.In(code).Where(use => use.Value.Type.IsNumber()))
        {
            if (use.Format == null)
            {
                yield return At(use, "the format must be a literal, so that it can be checked");
            }
            else if (use.Format.Length > 0 && !Known().IsMatch(use.Format))
            {
                yield return At(
                    use, $"the board writes \"{use.Format}\" out as it is; it knows D, E, F, G, N and X with digits");
            }
        }
    }

    private Finding At(TextUse use, string message) => CheckedCode.At(use.Value.Syntax, Name, message);

    [GeneratedRegex(@"\A[DEFGNXdefgnx]\d{0,2}\z")]
    private static partial Regex Known();
}
