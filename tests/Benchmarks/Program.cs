using System.Globalization;
using UlmEdge.Benchmarks;
using UlmEdge.Benchmarks.Report;
using UlmEdge.Benchmarks.Runs;

// The peers are this program again, in a process of their own.
switch (args)
{
    case ["pace", var port, var connections, var seconds]:
        await PeerPublisher.PaceAsync(Number(port), Number(connections), Number(seconds));
        return 0;
    case ["press", var port, var connections, var seconds]:
        await PeerPublisher.PressAsync(Number(port), Number(connections), Number(seconds));
        return 0;
    case ["broker"]:
        await BrokerTables.ServeAsync();
        return 0;
}

(string Key, Func<FigureTable> Measure)[] all =
[
    ("writing", MicroTables.Writing), ("reading", MicroTables.Reading), ("packing", MicroTables.Packing),
    ("publishers", BrokerTables.Publishers), ("brokers", BrokerTables.Brokers), ("growth", FleetTables.Growth),
    ("storm", FleetTables.Storm), ("worlds", FleetTables.Worlds),
];
string[] asked = args is ["--only", .. var keys] && keys.Length > 0 ? keys : [.. args.Length == 0 ? all.Select(table => table.Key) : []];
if (asked.Length == 0 || asked.FirstOrDefault(key => all.All(table => table.Key != key)) is not null)
{
    Console.Error.WriteLine($"benchmarks: give nothing, or --only and one or more of {string.Join(", ", all.Select(table => table.Key))}");
    return 2;
}

string folder = Checkout.PathOf("tests/Benchmarks");
string kept = Path.Combine(folder, "findings.json");
Findings findings = Machine.Describe();
if (File.Exists(kept))
{
    findings = findings with { Tables = Findings.Parse(File.ReadAllText(kept)).Tables };
}

foreach ((string key, Func<FigureTable> measure) in all.Where(table => asked.Contains(table.Key)))
{
    Console.WriteLine($"{DateTime.Now:HH:mm:ss}  {key}");
    findings = findings.With(measure(), [.. all.Select(table => table.Key)]);
    Write(); // What was measured is kept, whatever comes of the next one.
}

Console.WriteLine($"Written: {Path.Combine(folder, "README.md")}");
return 0;

void Write()
{
    File.WriteAllText(kept, findings.ToJson());
    File.WriteAllText(Path.Combine(folder, "README.md"), Page.Of(findings));
    foreach (FigureTable table in findings.Tables.Where(Plots.Has))
    {
        File.WriteAllText(Path.Combine(folder, $"{table.Key}.svg"), Plots.Svg(table));
    }
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
