using System.Text.Json;

namespace UlmEdge.Benchmarks.Report;

/// <summary>All that was measured, on which machine, and when. Kept beside the page that is made of it.</summary>
/// <param name="Machine">Processor and cores.</param>
/// <param name="Runtime">.NET and the system.</param>
/// <param name="Peers">Versions of the others.</param>
/// <param name="Date">The day.</param>
/// <param name="Tables">The tables, in their order.</param>
internal sealed record Findings(string Machine, string Runtime, string Peers, string Date, IReadOnlyList<FigureTable> Tables)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static Findings Parse(string json) =>
        JsonSerializer.Deserialize<Findings>(json, Options) ?? throw new FormatException("there are no findings in it");

    /// <summary>As text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    /// <summary>With a new table in place of the one of the same key.</summary>
    /// <param name="fresh">The table.</param>
    /// <param name="order">The keys in the order in which they are shown; a table of no key is dropped.</param>
    public Findings With(FigureTable fresh, IReadOnlyList<string> order) => this with
    {
        Tables =
        [
            .. order.Select(key => key == fresh.Key ? fresh : Tables.FirstOrDefault(table => table.Key == key)).OfType<FigureTable>(),
        ],
    };
}
