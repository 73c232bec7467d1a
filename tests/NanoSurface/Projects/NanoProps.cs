using System.Xml.Linq;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>nf.props: the one list of the platform's packages.</summary>
internal sealed class NanoProps
{
    private readonly Dictionary<string, NanoPackage> packageOfAssembly;

    private NanoProps(IEnumerable<XElement> rows)
    {
        packageOfAssembly = rows
            .SelectMany(row => Value(row, "Assemblies").Split(';'), (row, assembly) => (row, assembly))
            .ToDictionary(
                pair => pair.assembly,
                pair => new NanoPackage(Value(pair.row, "Include"), Value(pair.row, "Version")));
    }

    /// <summary>Every assembly that a package of the list holds.</summary>
    public IEnumerable<string> Assemblies => packageOfAssembly.Keys;

    public static NanoProps Read() => new(XDocument.Load(Checkout.PathOf("nf.props"))
        .Descendants()
        .Where(element => element.Name.LocalName == "NanoPackage"));

    /// <summary>The package that an assembly comes in, or null where the list has none.</summary>
    public NanoPackage? PackageOf(string assembly) => packageOfAssembly.GetValueOrDefault(assembly);

    private static string Value(XElement row, string attribute) =>
        (string?)row.Attribute(attribute) ?? throw new InvalidDataException($"nf.props: {row} has no {attribute}");
}
