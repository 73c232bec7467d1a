using System.Text.RegularExpressions;

namespace UlmEdge.Tests.Tidy;

/// <summary>
/// App → Edge → Ports ← Core; devices → Ports, and what several of them share; simulator → all of firmware and devices, but a chip
/// knows no driver;
/// nothing → simulator, tests excepted. And the core knows nothing of the platform.
/// </summary>
public partial class ArrowTests
{
    [Theory]
    [InlineData("firmware/Ports", "^System$")]
    [InlineData("firmware/Core", "^System$|^System.Collections$|^UlmEdge.Ports$|^UlmEdge.Core(\\.|$)")]
    [InlineData("firmware/Edge", "^System|^nanoFramework|^UlmEdge.Ports$")]
    [InlineData("firmware/App", "^System|^nanoFramework|^UlmEdge.(Ports|Core|Edge|App|Devices)(\\.|$)")]
    [InlineData("devices/*", "^System|^Iot.Device|^UnitsNet$|^UlmEdge.Ports$|^UlmEdge.Devices.(Bus|Registers|Sensirion|Particulates|Serial)$|^UlmEdge.Devices$")]
    [InlineData("devices/Samples", @"^System|^UlmEdge.Ports$|^UlmEdge.Devices.\w+.Samples$|^UlmEdge.Devices$")]
    [InlineData("simulator/Chips", "^System|^UlmEdge.Simulator.(Chips|Weather)$")]
    [InlineData("simulator/Weather", "^System|^UlmEdge.Simulator.Weather$")]
    [InlineData("simulator/Decoder", "^System")]
    [InlineData("simulator/Nano", "^System|^nanoFramework|^Iot.Device|^UnitsNet$|^MQTTnet|^UlmEdge.Simulator.Nano(\\.|$)")]
    public void A_folder_uses_only_what_it_may(string folder, string allowed)
    {
        var offences =
            from path in FilesOf(folder)
            from name in NamesUsedBy(Sources.Read(path))
            where !Regex.IsMatch(name, allowed)
            select $"{path} uses {name}";
        Assert.Empty(offences);
    }

    [Fact]
    public void A_planted_arrow_is_found()
    {
        const string planted = "using System;\nusing static UlmEdge.Edge.X;\nnamespace N { class C { object o = new UlmEdge.App.P(); } }";
        string[] names = [.. NamesUsedBy(planted)];
        Assert.Equal(["System", "UlmEdge.Edge.X", "UlmEdge.App"], names);
    }

    // A star stands for the folders that hold a binding; their tests are tests, and their samples programs of their own.
    private static IEnumerable<string> FilesOf(string folder) => folder.EndsWith("/*")
        ? Sources.Below(folder[..^2]).Where(path => !path.Contains("/tests/") && !Sample().IsMatch(path))
        : Sources.Below(folder);

    private static IEnumerable<string> NamesUsedBy(string source) =>
        UsingDirective().Matches(source).Select(match => match.Groups[1].Value)
            .Concat(QualifiedName().Matches(UsingDirective().Replace(source, "")).Select(match => match.Groups[1].Value))
            .Distinct();

    [GeneratedRegex("/[Ss]amples/")]
    private static partial Regex Sample();

    [GeneratedRegex(@"^\s*using (?:static )?(?:\w+ = )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();

    [GeneratedRegex(@"(?<!namespace )\b(UlmEdge\.(?:Edge|App|Devices|Simulator)\b)")]
    private static partial Regex QualifiedName();
}
