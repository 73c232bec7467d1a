using System.Xml.Linq;
using Xunit;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>
/// The board's project files agree with each other, with nf.props and with the sources on disk: nothing on a machine
/// without the platform's project system builds them.
/// </summary>
/// <remarks>
/// A project references what its sources use and whatever that needs to be loaded (the "Needs" of the signature files),
/// and nothing else: classic projects do not find a package's dependencies by themselves. Its packages.config names the
/// packages of exactly those references.
/// </remarks>
public sealed class ProjectFilesTests
{
    private const string NanoProjectType = "{11A8DD76-328B-46DF-9F39-F559912D0360}";
    private const string ProjectTypes = NanoProjectType + ";{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}";

    private static readonly NanoProps Props = NanoProps.Read();

    public static TheoryData<string> Projects() => [.. NanoProject.All.Keys];

    [Fact]
    public void There_are_projects() => Assert.NotEmpty(NanoProject.All);

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_point_to_the_versions_of_nf_props(string path)
    {
        NanoProject project = NanoProject.All[path];
        string up = string.Concat(Enumerable.Repeat(@"..\", project.Depth));

        foreach (NanoReference reference in project.References)
        {
            NanoPackage? package = Props.PackageOf(reference.Assembly);
            Assert.True(package != null, $"{path}: nf.props has no package for {reference.Assembly}");
            Assert.Equal(
                $@"{up}packages\{package.Id}.{package.Version}\lib\{reference.Assembly}.dll", reference.HintPath);
        }
        Assert.Equal(project.References.Count, project.References.DistinctBy(reference => reference.Assembly).Count());
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Package_rows_are_those_of_the_references(string path)
    {
        NanoProject project = NanoProject.All[path];
        IEnumerable<string> expected = project.References
            .Select(reference => $"{Props.PackageOf(reference.Assembly)} netnano1.0").Distinct().Order();

        IEnumerable<string> rows = project.PackageRows().Select(Row).Order();

        Assert.Equal(expected, rows);
        Assert.Contains("packages.config", project.NoneItems);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_are_what_the_sources_need(string path)
    {
        NanoProject project = NanoProject.All[path];
        IEnumerable<string> linked = Linked(project).SelectMany(ProjectBuild.UsedAssemblies);
        IEnumerable<string> used = ProjectBuild.UsedAssemblies(project).Concat(linked).Append("mscorlib");

        Assert.Equal(
            Signature.WithNeeds(used).Order(),
            project.References.Select(reference => reference.Assembly).Order());
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_has_the_shape_of_its_kind(string path)
    {
        NanoProject project = NanoProject.All[path];

        Assert.Equal(ProjectTypes, project.Property("ProjectTypeGuids"));
        Assert.Equal("v1.0", project.Property("TargetFrameworkVersion"));
        Assert.NotEqual("", project.AssemblyName);
        Assert.Contains(project.Imports, import => IsInRepository(import) && project.FromHere(import) == "nf.props");
        Assert.All(
            project.Imports.Where(IsInRepository),
            import => Assert.True(File.Exists(Checkout.PathOf(project.FromHere(import))), $"{path}: no {import}"));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_references_exist_and_are_named_right(string path) => Assert.All(
        NanoProject.All[path].Links,
        link =>
        {
            Assert.True(NanoProject.All.TryGetValue(link.Path, out NanoProject? target), $"{path}: no {link.Path}");
            Assert.Equal(target.Guid, link.Guid);
        });

    [Theory]
    [MemberData(nameof(Projects))]
    public void Compile_patterns_all_find_something(string path)
    {
        NanoProject project = NanoProject.All[path];

        Assert.All(
            project.CompilePatterns,
            pattern => Assert.NotEmpty(CompilePattern.Files(project.Folder, pattern)));
    }

    [Fact]
    public void Every_source_for_the_board_is_in_exactly_one_project()
    {
        IEnumerable<NanoProject> projects = NanoProject.All.Values.Where(project => !IsOnDevice(project));

        IEnumerable<string> compiled = projects.SelectMany(project => project.Sources).Order(StringComparer.Ordinal);

        // The template is there to be copied.
        IEnumerable<string> expected = Checkout.BoardSources()
            .Where(path => !path.StartsWith("devices/Template/", StringComparison.Ordinal));
        Assert.Equal(expected.Order(StringComparer.Ordinal), compiled);
    }

    [Fact]
    public void On_device_tests_run_against_the_firmwares_own_assemblies()
    {
        NanoProject project = Assert.Single(NanoProject.All.Values, IsOnDevice);
        Assert.Empty(CompilePattern.Files(project.Folder, "*.cs").Except(project.Sources));
        // What it shares with the desktop's tests lies with them.
        Assert.All(project.Sources, source => Assert.StartsWith("tests/", source));
        Assert.Equal(
            ["firmware/Core/Journal/UlmEdge.Journal.nfproj", "firmware/Core/UlmEdge.Core.nfproj", "firmware/Ports/UlmEdge.Ports.nfproj"],
            project.Links.Select(link => link.Path).Order(StringComparer.Ordinal));
        Assert.Equal("NFUnitTest", project.AssemblyName);
    }

    [Fact]
    public void Solution_holds_builds_and_deploys_every_project()
    {
        SolutionFile solution = SolutionFile.Read();
        IEnumerable<SolutionProject> expected = NanoProject.All.Values
            .Select(project => new SolutionProject(NanoProjectType, project.Path, project.Guid));

        Assert.Equal(
            expected.OrderBy(project => project.Path, StringComparer.Ordinal),
            solution.Projects.Where(project => project.Path.EndsWith(".nfproj", StringComparison.Ordinal))
                .OrderBy(project => project.Path, StringComparer.Ordinal));
        Assert.Equal(solution.Projects.Count, solution.Projects.DistinctBy(project => project.Guid).Count());
        foreach (NanoProject project in NanoProject.All.Values)
        {
            // A board has one program: a sample is put there on purpose, and not with the solution.
            string[] steps = project.AssemblyName == "UlmEdge.Samples" ? ["ActiveCfg", "Build.0"] : ["ActiveCfg", "Build.0", "Deploy.0"];
            Assert.Equal(steps, solution.StepsOf(project.Guid, "Debug").Order());
            Assert.Equal(steps, solution.StepsOf(project.Guid, "Release").Order());
        }
    }

    [Fact]
    public void Every_package_of_nf_props_is_referenced() => Assert.Empty(Props.Assemblies.Except(
        NanoProject.All.Values.SelectMany(project => project.References).Select(reference => reference.Assembly)));

    private static IEnumerable<NanoProject> Linked(NanoProject project) => project.Links
        .Select(link => NanoProject.All.GetValueOrDefault(link.Path))
        .OfType<NanoProject>()
        .SelectMany(linked => Linked(linked).Prepend(linked));

    private static bool IsOnDevice(NanoProject project) => project.Path.StartsWith("tests/", StringComparison.Ordinal);

    private static bool IsInRepository(string import) => !import.Contains("$(");

    private static string Row(XElement row) =>
        string.Join(' ', new[] { "id", "version", "targetFramework" }.Select(name => (string?)row.Attribute(name)));
}
