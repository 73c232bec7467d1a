using System.Reflection.Metadata;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>One compiled method.</summary>
/// <param name="Handle">Its row in the metadata.</param>
/// <param name="Owner">The type it belongs to.</param>
/// <param name="Name">Its name in the metadata, e.g. <c>.cctor</c>.</param>
/// <param name="Instructions">Its code; empty where it has none.</param>
/// <param name="Points">Where its code comes from, in the order of the code.</param>
/// <param name="Locals">The names of those locals that were not optimised away.</param>
internal sealed record MethodCode(
    MethodDefinitionHandle Handle,
    TypeDefinitionHandle Owner,
    string Name,
    IReadOnlyList<Instruction> Instructions,
    IReadOnlyList<SourcePoint> Points,
    IReadOnlyList<string> Locals)
{
    /// <summary>The place in the sources that an instruction was made from.</summary>
    public SourcePoint? PointAt(int offset) =>
        Points.LastOrDefault(point => point.Offset <= offset) ?? Points.FirstOrDefault();
}
