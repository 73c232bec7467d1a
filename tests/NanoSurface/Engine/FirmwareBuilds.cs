using Microsoft.CodeAnalysis.CSharp;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>The firmware, put together for the compiler in the ways that are checked.</summary>
internal static class FirmwareBuilds
{
    private static readonly Lazy<CSharpCompilation> LazyEverything = new(() => NanoCompiler.Compile(
        "UlmEdge", Checkout.BoardSources().Select(NanoCompiler.Parse), ReferenceAssemblies.All.Values));

    /// <summary>All that runs on the board, against the whole platform and nothing else.</summary>
    public static CSharpCompilation Everything => LazyEverything.Value;

    /// <summary>The core and its ports against mscorlib alone: nothing in it can reach the world.</summary>
    public static CSharpCompilation PureCore() => NanoCompiler.Compile(
        "UlmEdge.Core",
        Checkout.Files("firmware/Core", "*.cs")
            .Concat(Checkout.Files("firmware/Ports", "*.cs"))
            .Select(NanoCompiler.Parse),
        ReferenceAssemblies.Named(["mscorlib"]));
}
