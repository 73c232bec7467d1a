using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>What compiles here compiles on the board, and no known trap of the board is in it.</summary>
public sealed class FirmwareTests
{
    [Fact]
    public void Firmware_and_devices_are_clean()
    {
        CSharpCompilation firmware = FirmwareBuilds.Everything;

        Assert.NotEmpty(firmware.SyntaxTrees);
        NoFindings(Inspection.Of(firmware, firmware.SyntaxTrees));
    }

    [Fact]
    public void Core_and_ports_need_nothing_but_mscorlib() =>
        NoFindings(Inspection.CompilerErrors(FirmwareBuilds.PureCore()));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_compiles_against_its_own_references(string project) =>
        NoFindings(Inspection.CompilerErrors(ProjectBuild.Of(NanoProject.All[project])));

    [Fact]
    public void On_device_tests_are_clean()
    {
        IEnumerable<CSharpCompilation> builds = NanoProject.All.Values
            .Where(project => project.Path.StartsWith("tests/", StringComparison.Ordinal))
            .Select(ProjectBuild.Of);

        foreach (CSharpCompilation build in builds)
        {
            NoFindings(Inspection.Of(build, build.SyntaxTrees));
        }
    }

    public static TheoryData<string> Projects() => [.. NanoProject.All.Keys];

    private static void NoFindings(IReadOnlyCollection<Finding> findings) =>
        Assert.True(findings.Count == 0, $"{findings.Count} findings:\n{string.Join('\n', findings)}");
}
