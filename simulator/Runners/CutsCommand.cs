using System.CommandLine;

namespace UlmEdge.Simulator.Runners;

/// <summary>The options of <c>cuts</c>.</summary>
public sealed class CutsCommand
{
    private readonly Option<int> _operations = Options.Integer("--ops", "steps of a scenario", 1, 10_000, 200);

    private readonly Option<int> _depth = Options.Integer(
        "--depth", "1: a cut at every flash operation; 2: again at every operation of the recovery", 1, 2, 2);

    private readonly Option<SeedRange> _seeds = Options.Seeds("--seeds", "scenarios, as one number or A..B", new SeedRange(1, 4));
    private readonly Option<bool> _json = new("--json") { Description = "a JSON object as the last line" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _operations, _depth, _seeds, _json })
        {
            command.Add(option);
        }
    }

    /// <summary>What the user asked for.</summary>
    public CutsOptions Read(ParseResult result)
    {
        SeedRange seeds = result.GetValue(_seeds)!;
        return new CutsOptions(
            result.GetValue(_operations), result.GetValue(_depth), seeds.First, seeds.Last, result.GetValue(_json));
    }
}
