using Microsoft.CodeAnalysis;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>One value that is turned into text.</summary>
/// <param name="Value">The value, as it was before it was boxed for the purpose.</param>
/// <param name="Format">The format given with it, "" for none, null where it is known only at run time.</param>
internal readonly record struct TextUse(IOperation Value, string? Format);
