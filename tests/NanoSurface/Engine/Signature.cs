using System.Text.RegularExpressions;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>One file of Signatures/: what we use of one assembly of the platform.</summary>
/// <remarks>
/// The file's first line names the package and its version, the next the assemblies that this one cannot be loaded
/// without on a board:
/// <code>
/// // nanoFramework.System.Net 1.11.60
/// // Needs: mscorlib, nanoFramework.Runtime.Events
/// </code>
/// </remarks>
internal sealed partial class Signature
{
    private Signature(string path, string text, Match header)
    {
        Path = path;
        Text = text;
        Assembly = System.IO.Path.GetFileNameWithoutExtension(path);
        Package = new NanoPackage(header.Groups["package"].Value, header.Groups["version"].Value);
        Needs = Words().Matches(header.Groups["needs"].Value).Select(match => match.Value).Except(["nothing"]).ToList();
    }

    /// <summary>All of them, by assembly.</summary>
    public static IReadOnlyDictionary<string, Signature> All { get; } =
        Checkout.Files("tests/NanoSurface/Signatures", "*.cs")
            .Select(Read)
            .ToDictionary(signature => signature.Assembly);

    public string Path { get; }

    public string Text { get; }

    public string Assembly { get; }

    public NanoPackage Package { get; }

    /// <summary>The assemblies that must be on the board too.</summary>
    public IReadOnlyList<string> Needs { get; }

    /// <summary>An assembly and all that it needs, directly or through others.</summary>
    public static IEnumerable<string> WithNeeds(IEnumerable<string> assemblies)
    {
        HashSet<string> all = [];
        Stack<string> open = new(assemblies);
        while (open.TryPop(out string? assembly))
        {
            if (all.Add(assembly) && All.TryGetValue(assembly, out Signature? signature))
            {
                signature.Needs.ToList().ForEach(open.Push);
            }
        }
        return all;
    }

    private static Signature Read(string path)
    {
        string text = File.ReadAllText(Checkout.PathOf(path)).ReplaceLineEndings("\n");
        Match header = Header().Match(text);
        return header.Success
            ? new Signature(path, text, header)
            : throw new InvalidDataException($"{path}: must begin with '// <package> <version>' and '// Needs: …'");
    }

    [GeneratedRegex(@"[\w.]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\A// (?<package>[\w.]+) (?<version>[\d.]+)\n// Needs: (?<needs>[\w.]+(,(\n//  )? [\w.]+)*)\n")]
    private static partial Regex Header();
}
