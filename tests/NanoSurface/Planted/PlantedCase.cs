namespace UlmEdge.Tests.NanoSurface;

/// <summary>A small source that is planted into the firmware to see what the inspection says of it.</summary>
/// <param name="Name">What it shows; also its file's name.</param>
/// <param name="Rule">The rule, or compiler error, that must report it; null where nothing may be reported.</param>
/// <param name="Member">The member that the finding must name.</param>
/// <param name="Source">The source, without usings and namespace.</param>
internal sealed record PlantedCase(string Name, string? Rule, string Member, string Source)
{
    /// <summary>A rule for what the compiler refuses in words that depend on what else we use of the type.</summary>
    public const string CompilerError = "CS";

    /// <summary>Where it is planted.</summary>
    public string Path => $"firmware/Planted/{Name}.cs";

    /// <summary>Whether it is planted alone, because the compiler's error does not name the file.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Whether a finding is the one that this source must lead to.</summary>
    public bool IsFoundBy(Finding finding) => finding.Member == Member && (finding.Rule == Rule
        || (Rule == CompilerError && finding.Rule.StartsWith(CompilerError, StringComparison.Ordinal)));

    /// <summary>A method body that must be reported.</summary>
    public static PlantedCase Body(string name, string rule, string body, string fields = "") =>
        new(name, rule, "Trap.Do", $"public class Trap\n{{\n{fields}\npublic void Do()\n{{\n{body}\n}}\n}}");

    /// <summary>A method body that must not be reported.</summary>
    public static PlantedCase Fine(string name, string body, string fields = "") =>
        Body(name, "", body, fields) with { Rule = null };

    /// <summary>The whole file. Each case has a namespace of its own, so that all can be planted at once.</summary>
    public string Text(int number) => $$"""
        using System;
        using System.Collections;
        using System.Text;
        using System.Threading;
        namespace UlmEdge.Planted{{number}}
        {
        {{Source}}
        }
        """;
}
