using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Takes a floating point value apart into the pieces that can bring a NaN into it.</summary>
/// <param name="body">The body in which the value is computed.</param>
internal sealed class NanSources(IOperation body)
{
    // A NaN among their arguments comes out again; without one they make none.
    private static readonly string[] PassOn =
        ["Abs", "Ceiling", "Clamp", "Floor", "Max", "Min", "Round", "Truncate"];

    private readonly HashSet<ISymbol> followed = new(SymbolEqualityComparer.Default);

    /// <summary>The pieces as they are written; constants and what comes from integers are no such pieces.</summary>
    public IEnumerable<string> Of(IOperation? value) => value switch
    {
        null => [],
        { ConstantValue: { HasValue: true, Value: var constant } } =>
            constant is double.NaN or float.NaN ? [Written(value)] : [],
        { Type: var type } when !type.IsFloat() => [],
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
        IUnaryOperation unary => Of(unary.Operand),
        IBinaryOperation binary => Of(binary.LeftOperand).Concat(Of(binary.RightOperand)),
        IConditionalOperation choice => Of(choice.WhenTrue).Concat(Of(choice.WhenFalse)),
        IInvocationOperation { TargetMethod: { ContainingType.Name: "Math", Name: var name } } call
            when PassOn.Contains(name) => call.Arguments.SelectMany(argument => Of(argument.Value)),
        IPropertyReferenceOperation { Property.ContainingType.Name: "TimeSpan" } => [],
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } when HasConstant(field) => [],
        ILocalReferenceOperation { Local: var local } when !CanBeNan(local) => [],
        _ => [Written(value)],
    };

    /// <summary>An expression as it is written, the same for <c>x</c> and <c>this.x</c>.</summary>
    public static string Written(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }
        string text = value.Syntax.ToString();
        return text.StartsWith("this.", StringComparison.Ordinal) ? text["this.".Length..] : text;
    }

    /// <summary>False for a local that only ever takes what cannot be NaN.</summary>
    private bool CanBeNan(ILocalSymbol local)
    {
        if (!followed.Add(local))
        {
            return false;
        }
        bool isFilledElsewhere = false;
        List<IOperation> values = [];
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Initializer: { } initial } it when it.Symbol.Is(local):
                    values.Add(initial.Value);
                    break;
                case IAssignmentOperation { Target: ILocalReferenceOperation target } it when target.Local.Is(local):
                    values.Add(it.Value);
                    break;
                case ILocalReferenceOperation { Parent: IArgumentOperation { Parameter.RefKind: not RefKind.None } } it:
                    isFilledElsewhere |= it.Local.Is(local);
                    break;
            }
        }
        bool can = isFilledElsewhere || values.Count == 0 || values.Any(value => Of(value).Any());
        followed.Remove(local);
        return can;
    }

    private static bool HasConstant(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax or PrefixUnaryExpressionSyntax };
}
