using System.CommandLine;

namespace UlmEdge.Simulator.Runners;

/// <summary>The options of <c>damage</c>.</summary>
public sealed class DamageCommand
{
    private readonly Option<int> _journals = Options.Integer("--journals", "damaged journals", 1, 100_000_000, 100_000);
    private readonly Option<int> _seed = Options.Integer("--seed", "draws the first journal, and its damage", 1, 1_000_000_000, 1);
    private readonly Option<int> _only = Options.Integer(
        "--only", "just this one of the seed's journals, as a failure names it", -1, DamageRunner.JournalsPerSeed - 1, -1);

    private readonly Option<bool> _json = new("--json") { Description = "a JSON object as the last line" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _journals, _seed, _only, _json })
        {
            command.Add(option);
        }
    }

    /// <summary>What the user asked for.</summary>
    public DamageOptions Read(ParseResult result)
    {
        int only = result.GetValue(_only);
        return new DamageOptions(result.GetValue(_journals), result.GetValue(_seed), only < 0 ? null : only, result.GetValue(_json));
    }
}
