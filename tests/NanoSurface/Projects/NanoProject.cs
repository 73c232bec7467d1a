using System.Xml.Linq;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>One .nfproj, read as the platform's project system reads it.</summary>
internal sealed class NanoProject
{
    private static readonly Lazy<IReadOnlyDictionary<string, NanoProject>> LazyAll = new(() =>
        Checkout.Files(".", "*.nfproj").Select(path => new NanoProject(path)).ToDictionary(project => project.Path));

    private readonly XDocument document;

    private NanoProject(string path)
    {
        Path = path;
        document = XDocument.Load(Checkout.PathOf(path));
        Folder = path.Contains('/') ? path[..path.LastIndexOf('/')] : ".";
        References = Elements("Reference")
            .Select(element => new NanoReference(Include(element).Split(',')[0], Child(element, "HintPath")))
            .ToList();
        Links = Elements("ProjectReference")
            .Select(element => new ProjectLink(FromHere(Include(element)), Child(element, "Project")))
            .ToList();
    }

    /// <summary>Every project in the repository, by its path.</summary>
    public static IReadOnlyDictionary<string, NanoProject> All => LazyAll.Value;

    /// <summary>The file, from the repository's root.</summary>
    public string Path { get; }

    /// <summary>The folder it lies in, from the repository's root.</summary>
    public string Folder { get; }

    public IReadOnlyList<NanoReference> References { get; }

    public IReadOnlyList<ProjectLink> Links { get; }

    public string Guid => Property("ProjectGuid");

    public string AssemblyName => Property("AssemblyName");

    /// <summary>How many folders lie between the project and the root.</summary>
    public int Depth => Folder.Split('/').Length;

    /// <summary>The patterns of the sources, as written.</summary>
    public IEnumerable<string> CompilePatterns =>
        Elements("Compile").SelectMany(element => Include(element).Split(';'));

    /// <summary>The sources, from the repository's root.</summary>
    public IReadOnlyList<string> Sources => Elements("Compile")
        .SelectMany(element => Files(Include(element)).Except(Files((string?)element.Attribute("Exclude") ?? "")))
        .Distinct().Order(StringComparer.Ordinal).ToList();

    /// <summary>The files that the project imports, as written.</summary>
    public IEnumerable<string> Imports =>
        Elements("Import").Select(element => (string?)element.Attribute("Project") ?? "");

    /// <summary>The files that the project shows but does not compile.</summary>
    public IEnumerable<string> NoneItems => Elements("None").Select(Include);

    /// <summary>A property's value, or "" where the project does not set it.</summary>
    public string Property(string name) => Elements(name).FirstOrDefault()?.Value.Trim() ?? "";

    /// <summary>A path in the project file as one from the repository's root.</summary>
    public string FromHere(string path) =>
        Checkout.NameOf(System.IO.Path.GetFullPath(path.Replace('\\', '/'), Checkout.PathOf(Folder)));

    /// <summary>The rows of the packages.config beside the project.</summary>
    public IEnumerable<XElement> PackageRows() =>
        XDocument.Load(Checkout.PathOf(Folder + "/packages.config")).Root!.Elements("package");

    private IEnumerable<string> Files(string patterns) => patterns
        .Split(';', StringSplitOptions.RemoveEmptyEntries).SelectMany(pattern => CompilePattern.Files(Folder, pattern));

    private IEnumerable<XElement> Elements(string name) =>
        document.Descendants().Where(element => element.Name.LocalName == name);

    private static string Include(XElement element) => (string?)element.Attribute("Include") ?? "";

    private static string Child(XElement element, string name) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value ?? "";
}
