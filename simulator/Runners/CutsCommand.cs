using System.CommandLine;

namespace UlmEdge.Simulator.Runners;

/// <summary>The options of <c>cuts</c>.</summary>
public sealed class CutsCommand
{
    private readonly Option<int> _operations = Options.Integer("--ops", "steps of a life", 1, 10_000, CutsOptions.StandardOperations);

    private readonly Option<int> _depth = Options.Integer(
        "--depth", "1: a cut at every flash operation; 2: again at every operation of the recovery", 1, 2, 2);

    private readonly Option<SeedRange> _seeds = Options.Seeds(
        "--seeds", "lives, as one number or A..B", new SeedRange(1, CutsOptions.StandardSeeds));

    private readonly Option<int> _only = Options.Integer(
        "--only", "cut at this operation of each life only, as a failure names it", -1, int.MaxValue, -1);

    private readonly Option<bool> _json = new("--json") { Description = "a JSON object as the last line" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _operations, _depth, _seeds, _only, _json })
        {
            command.Add(option);
        }
    }

    /// <summary>What the user asked for.</summary>
    public CutsOptions Read(ParseResult result)
    {
        SeedRange seeds = result.GetValue(_seeds)!;
        int only = result.GetValue(_only);
        return new CutsOptions(
            result.GetValue(_operations), result.GetValue(_depth), seeds.First, seeds.Last, only < 0 ? null : only, result.GetValue(_json));
    }
}
