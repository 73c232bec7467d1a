using System.Text.RegularExpressions;
using UlmEdge.Core.Reporting;
using UlmEdge.Ports;
using UlmEdge.Tests.NanoSurface;

namespace UlmEdge.Tests.Tidy;

/// <summary>The technician's guide says the same in both languages, and its light is the firmware's.</summary>
public partial class GuideTests
{
    private static readonly string English = File.ReadAllText(Checkout.PathOf("firmware/TECHNICIAN.md"));
    private static readonly string German = File.ReadAllText(Checkout.PathOf("firmware/TECHNICIAN.de.md"));

    [Fact]
    public void Both_have_the_same_headings_tables_lists_and_commands()
    {
        Assert.Equal(Shape(English), Shape(German));
        Assert.Equal(Blocks(English), Blocks(German));
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
        Regex.Matches(guide, "```\n(.*?)```", RegexOptions.Singleline).Select(block => block.Groups[1].Value);

    private static string CardRow(string signal) => File.ReadLines(Checkout.PathOf("firmware/led-card.html"))
        .Single(line => line.StartsWith($"<tr data-signal=\"{signal}\">", StringComparison.Ordinal));

    // A unit of the drawing is ten milliseconds; the first bar is the dark behind the others.
    private static IEnumerable<long> Lit(string row) =>
        Bar().Matches(row).Select(bar => long.Parse(bar.Groups[1].Value) * 10);

    [GeneratedRegex(@"^\s*([0-9]+\.|-) ")]
    private static partial Regex Item();

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
