using System.CommandLine;
using System.CommandLine.Parsing;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Runners;

/// <summary>The options of <c>soak</c>.</summary>
public sealed class SoakCommand
{
    private readonly Option<SeedRange> _seeds = Options.Seeds("--seeds", "worlds, as one number or A..B", new SeedRange(1, 20));
    private readonly Option<int> _seed = Options.Integer("--seed", "one world, with its plan", 0, int.MaxValue, null);
    private readonly Option<int> _days = Options.Integer("--days", "days in which things go wrong; then all heals", 1, 1000, 1);
    private readonly Option<int> _nodes = Options.Integer("--nodes", "nodes of a world", 1, 1000, 5);
    private readonly Option<FaultIntensity> _faults = Options.Intensity("--faults", "how much goes wrong: none, usual, harsh");

    private readonly Option<RecordedWeather?> _weather = Options.Recording(
        "--weather", "recorded weather (CSV) in place of weather drawn from the seed");

    private readonly Option<string?> _payload = Options.Payload("--payload", "what batches are sent as; else the seed decides");
    private readonly Option<string?> _station = SensorOptions.StationName("--station", "what is fitted to each node: ");
    private readonly Option<bool> _twice = new("--twice") { Description = "run each world twice, and compare the two" };
    private readonly Option<bool> _shrink = new("--shrink") { Description = "look for the fewest faults that still break a world" };
    private readonly Option<IReadOnlyList<int>?> _only = Options.Numbers("--only", "let only these faults of the plan happen: 3,17");
    private readonly Option<bool> _show = new("--show") { Description = "replay one world on a page, which stays until Ctrl-C" };
    private readonly DashboardCommand _page = new();
    private readonly Option<bool> _json = new("--json") { Description = "a JSON object as the last line" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[]
            { _seed, _seeds, _days, _nodes, _faults, _weather, _payload, _station, _twice, _shrink, _only, _show, _json })
        {
            command.Add(option);
        }

        _page.AddAddressTo(command);

        command.Validators.Add(RefuseContradictions);
    }

    /// <summary>What the user asked for.</summary>
    public SoakOptions Read(ParseResult result)
    {
        bool isOne = result.GetResult(_seed) is { Implicit: false };
        int seed = result.GetValue(_seed);
        if (result.GetValue(_weather)?.Summary is { } summary)
        {
            double recordedDays = TimeSpan.FromMilliseconds(summary.LastUnixMs - summary.FirstUnixMs).TotalDays;
            if (recordedDays < result.GetValue(_days))
            {
                throw new WrongInputException(
                    $"--days {result.GetValue(_days)} is more than the {(int)recordedDays} days of the recording");
            }
        }

        return new SoakOptions(
            isOne ? new SeedRange(seed, seed) : result.GetValue(_seeds)!,
            result.GetValue(_days),
            result.GetValue(_nodes),
            result.GetValue(_faults),
            result.GetValue(_weather),
            result.GetValue(_payload),
            result.GetValue(_station) ?? string.Empty,
            result.GetValue(_twice),
            result.GetValue(_shrink),
            result.GetValue(_only),
            result.GetValue(_json),
            result.GetValue(_show) ? _page.Page(result) : null);
    }

    private void RefuseContradictions(CommandResult result)
    {
        bool isOne = result.GetResult(_seed) is { Implicit: false };
        if (isOne && result.GetResult(_seeds) is { Implicit: false })
        {
            result.AddError("--seed is one world, --seeds are many: give one of the two");
        }

        if (!isOne && result.GetResult(_only) is { Implicit: false })
        {
            result.AddError("--only picks faults of one world's plan: give --seed, too");
        }

        if (result.GetValue(_show) && (!isOne || result.GetValue(_twice)))
        {
            result.AddError("--show replays one world once: give --seed, and neither --seeds nor --twice");
        }

        if (!result.GetValue(_show) && _page.HasAddress(result))
        {
            result.AddError("--dashboard-port and --dashboard-host are for the page of --show: give that, too");
        }
    }
}
