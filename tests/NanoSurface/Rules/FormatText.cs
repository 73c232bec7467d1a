using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Reads the texts of string.Format: which value comes where, with which format.</summary>
internal static partial class FormatText
{
    /// <summary>The values of one call. Where the text is known only at run time, so is each value's format.</summary>
    /// <param name="call">The call of string.Format.</param>
    /// <param name="arguments">What it is called with; the text comes first.</param>
    public static IEnumerable<TextUse> Uses(IInvocationOperation call, IReadOnlyList<IOperation> arguments)
    {
        int textIndex = call.TargetMethod.Parameters
            .TakeWhile(parameter => parameter.Type.SpecialType != SpecialType.System_String).Count();
        List<IOperation> values = arguments.Skip(textIndex + 1).ToList();
        if (arguments[textIndex].ConstantValue is not { HasValue: true, Value: string text })
        {
            return values.Select(value => new TextUse(TextUses.Origin(value), null));
        }
        return Items().Matches(text.Replace("{{", ""))
            .Select(item => (Index: int.Parse(item.Groups["index"].Value), Format: item.Groups["format"].Value))
            .Where(item => item.Index < values.Count)
            .Select(item => new TextUse(TextUses.Origin(values[item.Index]), item.Format));
    }

    [GeneratedRegex(@"\{(?<index>\d+)\s*(,\s*-?\d+\s*)?(:(?<format>[^{}]*))?\}")]
    private static partial Regex Items();
}
