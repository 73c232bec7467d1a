using System.Reflection.Metadata;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>More methods in a type than the metadata processor can number.</summary>
internal sealed class MethodCountRule : IRule
{
    private const int MethodsMax = 255;

    public string Name => "method-count";

    public IEnumerable<Finding> Check(CheckedCode code) =>
        code.ByteCode == null ? [] : Find(code, code.ByteCode).OfType<Finding>();

    private IEnumerable<Finding?> Find(CheckedCode code, ByteCode byteCode) =>
        from handle in byteCode.Metadata.TypeDefinitions
        let count = byteCode.Metadata.GetTypeDefinition(handle).GetMethods().Count
        where count > MethodsMax
        select code.AtType(
            byteCode.NameOf(handle),
            Name,
            $"{count} methods, accessors and lambdas included; the board takes {MethodsMax} in a type: split it");
}
