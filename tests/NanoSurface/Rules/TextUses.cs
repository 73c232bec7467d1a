using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Finds the values that an operation turns into text, however it is written.</summary>
internal static class TextUses
{
    private const string NoFormat = "";

    // Calls that take any object and make text of it.
    private static readonly Dictionary<string, string[]> TextMakers = new()
    {
        ["String"] = ["Concat"],
        ["StringBuilder"] = ["Append", "AppendLine", "Insert"],
        ["Convert"] = ["ToString"],
        ["Debug"] = ["Write", "WriteLine", "WriteIf", "WriteLineIf"],
        ["Console"] = ["Write", "WriteLine"],
    };

    public static IEnumerable<TextUse> In(CheckedCode code) => code.Operations.SelectMany(Of);

    private static IEnumerable<TextUse> Of(IOperation operation) => operation switch
    {
        IInterpolationOperation part => [new TextUse(Origin(part.Expression), FormatOf(part))],
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum =>
            [Plain(sum.LeftOperand), Plain(sum.RightOperand)],
        ICompoundAssignmentOperation { Type.SpecialType: SpecialType.System_String } sum => [Plain(sum.Value)],
        IInvocationOperation call => OfCall(call),
        _ => [],
    };

    private static IEnumerable<TextUse> OfCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.Name == "ToString" && call.Instance != null)
        {
            return [new TextUse(Origin(call.Instance), FormatIn(call))];
        }
        if (method is { Name: "Format", ContainingType.SpecialType: SpecialType.System_String })
        {
            return FormatText.Uses(call, Values(call).ToList());
        }
        return TextMakers.TryGetValue(method.ContainingType.Name, out string[]? names) && names.Contains(method.Name)
            ? Values(call).Select(Plain)
            : [];
    }

    /// <summary>A call's arguments, those of a params array one by one.</summary>
    private static IEnumerable<IOperation> Values(IInvocationOperation call)
    {
        foreach (IOperation value in call.Arguments.Select(argument => argument.Value))
        {
            if (value is IArrayCreationOperation { Initializer: { } list })
            {
                foreach (IOperation element in list.ElementValues)
                {
                    yield return element;
                }
                continue;
            }
            yield return value;
        }
    }

    private static TextUse Plain(IOperation value) => new(Origin(value), NoFormat);

    private static string? FormatIn(IInvocationOperation toString) => toString.Arguments.FirstOrDefault()?.Value switch
    {
        null => NoFormat,
        { ConstantValue: { HasValue: true, Value: var format } } => format as string ?? NoFormat,
        _ => null,
    };

    private static string FormatOf(IInterpolationOperation part) =>
        (part.Syntax as InterpolationSyntax)?.FormatClause?.FormatStringToken.ValueText ?? NoFormat;

    /// <summary>The value before it was boxed, through a local of type object if need be.</summary>
    public static IOperation Origin(IOperation value)
    {
        while (value is IConversionOperation { Type.IsReferenceType: true } boxing)
        {
            value = boxing.Operand;
        }
        if (value is ILocalReferenceOperation { Type.IsReferenceType: true, Local: var local }
            && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
                is VariableDeclaratorSyntax { Initializer.Value: var initial }
            && value.SemanticModel?.GetOperation(initial) is { Type.IsValueType: true } boxed)
        {
            return boxed;
        }
        return value;
    }
}
