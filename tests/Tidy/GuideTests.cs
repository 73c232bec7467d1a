using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Reporting;
using UlmEdge.Ports;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Provisioning;
using UlmEdge.Tests.NanoSurface;

namespace UlmEdge.Tests.Tidy;

/// <summary>The guides say the same in both languages, and their light and files are the firmware's.</summary>
public partial class GuideTests
{
    private static readonly string English = File.ReadAllText(Checkout.PathOf("firmware/TECHNICIAN.md"));
    private static readonly string German = File.ReadAllText(Checkout.PathOf("firmware/TECHNICIAN.de.md"));

    [Theory]
    [InlineData("firmware/TECHNICIAN")]
    [InlineData("devices/MAKER")]
    public void Both_have_the_same_headings_tables_lists_and_commands(string guide)
    {
        (string english, string german) = (Sources.Read($"{guide}.md"), Sources.Read($"{guide}.de.md"));
        Assert.Equal(Shape(english), Shape(german));
        Assert.Equal(Blocks(english), Blocks(german));
    }

    [Fact]
    public void The_makers_files_are_sound_and_of_the_station_that_was_tried()
    {
        Dictionary<string, string> files = GuideFile().Matches(Sources.Read("devices/MAKER.md"))
            .ToDictionary(file => file.Groups["name"].Value, file => file.Groups["text"].Value);
        Assert.Equal(["desired.json", "fleet.csv", "secrets.csv"], files.Keys.Order());
        Assert.Empty(FileCheck.Faults("fleet.csv", Encoding.UTF8.GetBytes(files["fleet.csv"])));
        Assert.Empty(FileCheck.Faults("secrets.csv", Encoding.UTF8.GetBytes(files["secrets.csv"])));
        Assert.Equal(Stations.All["balcony"], FleetFile.Read(files["fleet.csv"], []).Single().Sensors);

        JsonNode desired = JsonNode.Parse(files["desired.json"])!;
        Assert.Null(Contract.ContractSchemas.FaultIn("config-desired", JsonDocument.Parse(files["desired.json"]).RootElement));
        Assert.True(desired.AsObject().Remove("id"));
        byte[] fields = Encoding.UTF8.GetBytes(desired.ToJsonString());
        Complaints complaints = new();
        ConfigurationReader.Read(fields, fields.Length, "balkon-01", complaints);
        Assert.Equal(0, complaints.Count);
    }

    [Theory]
    [InlineData(LightSignal.Well, "all is well", "alles in Ordnung")]
    [InlineData(LightSignal.NoBroker, "no broker: not configured, not reached, refused", "kein Broker: nicht eingestellt, nicht erreicht, abgelehnt")]
    [InlineData(LightSignal.NoNetwork, "no network", "kein Netz")]
    [InlineData(LightSignal.NoTime, "time of day unknown", "Uhrzeit unbekannt")]
    [InlineData(LightSignal.Sensor, "a sensor does not deliver", "ein Sensor liefert nicht")]
    [InlineData(LightSignal.Flash, "the flash refuses", "der Flash-Speicher verweigert")]
    [InlineData(LightSignal.Certificate, "a certificate or key is missing", "ein Zertifikat oder Schlüssel fehlt")]
    [InlineData(LightSignal.Configuration, "faults in the configuration, or safe mode", "Fehler in der Konfiguration, oder sicherer Modus")]
    public void Guides_and_card_have_each_signal_of_the_firmware(int flashes, string english, string german)
    {
        Assert.Matches($@"\n\| {flashes}( short flash every four seconds)? \| {english} \|", English);
        Assert.Matches($@"\n\| {flashes}( kurzer Blitz alle vier Sekunden)? \| {german.Replace(", oder", ",? oder")} \|", German);
        string row = CardRow($"{flashes}");
        Assert.Contains($"<td>{german}</td><td lang=\"en\">{english}</td>", row);
        Assert.Equal(flashes, Lit(row).Count());
    }

    [Theory]
    [InlineData("testing", LightSignal.Testing)]
    [InlineData("passed", LightSignal.Passed)]
    [InlineData("identify", LightSignal.Identify)]
    [InlineData("1", LightSignal.Well)]
    [InlineData("8", LightSignal.Configuration)]
    public void The_card_draws_what_the_light_does(string name, int signal)
    {
        Recorder recorder = new();
        StatusLight light = new(recorder);
        while (recorder.NowMs < StatusLight.PeriodMs)
        {
            recorder.NowMs = light.Tick(recorder.NowMs, signal);
        }

        long[] lit = [.. recorder.Lit.Where(ms => ms < StatusLight.PeriodMs)];
        Assert.Equal(lit, Lit(CardRow(name)));
    }

    // Level of each heading, and how many rows, items and lines of commands stand below it.
    private static string Shape(string guide) => string.Join('\n', guide.Split("\n#").Select(section =>
        $"{section.TakeWhile(character => character == '#').Count()} "
        + $"{section.Split('\n').Count(line => line.StartsWith('|'))} {section.Split('\n').Count(line => Item().IsMatch(line))}"));

    private static IEnumerable<string> Blocks(string guide) =>
        Regex.Matches(guide, "```\\w*\n(.*?)```", RegexOptions.Singleline).Select(block => block.Groups[1].Value);

    private static string CardRow(string signal) => File.ReadLines(Checkout.PathOf("firmware/led-card.html"))
        .Single(line => line.StartsWith($"<tr data-signal=\"{signal}\">", StringComparison.Ordinal));

    // A unit of the drawing is ten milliseconds; the first bar is the dark behind the others.
    private static IEnumerable<long> Lit(string row) =>
        Bar().Matches(row).Select(bar => long.Parse(bar.Groups[1].Value) * 10);

    [GeneratedRegex(@"^\s*([0-9]+\.|-) ")]
    private static partial Regex Item();

    [GeneratedRegex(@"<!-- file: (?<name>\S+) -->\n```\w*\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex GuideFile();

    [GeneratedRegex("<rect x=\"([0-9]+)\"")]
    private static partial Regex Bar();

    private sealed class Recorder : IIndicator
    {
        public long NowMs { get; set; }

        public List<long> Lit { get; } = [];

        void IIndicator.Set(bool lit)
        {
            if (lit)
            {
                Lit.Add(NowMs);
            }
        }
    }
}
