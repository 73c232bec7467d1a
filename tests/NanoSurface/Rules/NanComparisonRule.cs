using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Floating comparisons by &gt; and &gt;=: on the board they are true for a NaN, on either side.</summary>
/// <remarks>
/// Each operand that can be NaN has to be tested earlier in the same body; a constant cannot be, nor can what was
/// computed from integers only.
/// </remarks>
internal sealed class NanComparisonRule : IRule
{
    public string Name => "nan-comparison";

    public IEnumerable<Finding> Check(CheckedCode code) => code.Bodies.SelectMany(CheckBody);

    private IEnumerable<Finding> CheckBody(IOperation body)
    {
        List<(string Written, int Position)> tests = body.Descendants().SelectMany(Tested).ToList();
        foreach (IOperation operation in body.Descendants())
        {
            int position = operation.Syntax.SpanStart;
            string? untested = Compared(operation)
                .SelectMany(operand => new NanSources(body).Of(operand))
                .FirstOrDefault(source => !tests.Any(test => test.Written == source && test.Position <= position));
            if (untested != null)
            {
                yield return CheckedCode.At(
                    operation.Syntax,
                    Name,
                    $"this is true on the board when {untested} is NaN; test double.IsNaN({untested}) first");
            }
        }
    }

    private static IEnumerable<IOperation> Compared(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: var kind, LeftOperand: var left, RightOperand: var right }
            when IsTrap(kind) && left.Type.IsFloat() => [left, right],
        IRelationalPatternOperation { OperatorKind: var kind, Value: var limit } pattern
            when IsTrap(kind) && limit.Type.IsFloat() => [MatchedBy(pattern)],
        _ => [],
    };

    private static bool IsTrap(BinaryOperatorKind kind) =>
        kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;

    /// <summary>What a pattern is matched against, or the pattern itself where that has no name.</summary>
    private static IOperation MatchedBy(IOperation pattern)
    {
        for (IOperation? around = pattern.Parent; around != null; around = around.Parent)
        {
            switch (around)
            {
                case IIsPatternOperation match: return match.Value;
                case ISwitchExpressionOperation choice: return choice.Value;
                case ISwitchOperation choice: return choice.Value;
                case IPropertySubpatternOperation property: return property.Member;
            }
        }
        return pattern;
    }

    private static IEnumerable<(string Written, int Position)> Tested(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "IsNaN", ContainingType: var type } } call
            when type.IsFloat() && call.Arguments is [var argument] =>
            [(NanSources.Written(argument.Value), call.Syntax.SpanStart)],
        _ => [],
    };
}
