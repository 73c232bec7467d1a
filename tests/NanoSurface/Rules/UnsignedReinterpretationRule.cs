using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Unsigned values cast to signed: the board goes on taking them for unsigned.</summary>
/// <remarks>
/// The cast makes no instruction, and the board picks the operation from the type that the value came with.
/// Comparing, dividing, storing in a field or an array and making text of it are right.
/// </remarks>
internal sealed class UnsignedReinterpretationRule : IRule
{
    public string Name => "unsigned-reinterpretation";

    public IEnumerable<Finding> Check(CheckedCode code)
    {
        foreach (IConversionOperation cast in code.Operations.Where(Reinterpretation.Is).Cast<IConversionOperation>())
        {
            string? use = new UnsignedUses(code).Wrong(cast, Reinterpretation.CanBeNegative(cast));
            if (use != null)
            {
                string instead = cast.Type.OnStack() == SpecialType.System_Int32
                    ? $"write (int)(long){cast.Operand.Syntax}"
                    : "store it in a long field first";
                yield return CheckedCode.At(
                    cast.Syntax,
                    Name,
                    $"the board still takes this for unsigned, {use} comes out wrong for negative values; {instead}");
            }
        }
    }
}
