using System.CommandLine;
using System.CommandLine.Parsing;

namespace UlmEdge.Simulator.Runners;

/// <summary>The files and options of <c>decode</c>.</summary>
public sealed class DecodeCommand
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "a payload, or lines of mosquitto_sub -v or -F '%t %x'; - for standard input",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _node = Options.Text(
        "--node", "ID", "the node of a compact payload, which does not name it", 64, "/+#", null);
    private readonly Option<string?> _csv = Options.Text(
        "--csv", "FILE", "a line for each value; - for standard output", 4096, "", null);
    private readonly Option<string?> _jsonl = Options.Text(
        "--jsonl", "FILE", "an object for each sample; - for standard output", 4096, "", null);

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_files);
        foreach (Option option in new Option[] { _node, _csv, _jsonl })
        {
            command.Add(option);
        }

        command.Validators.Add(Complain);
    }

    /// <summary>What the user asked for.</summary>
    public DecodeOptions Read(ParseResult result) => new(
        result.GetValue(_files) ?? [],
        result.GetValue(_node),
        new SampleTargets(result.GetValue(_csv), result.GetValue(_jsonl)));

    private void Complain(CommandResult result)
    {
        string[] files = result.GetValue(_files) ?? [];
        if (files.FirstOrDefault(file => file.StartsWith("--", StringComparison.Ordinal)) is { } option)
        {
            result.AddError($"option '{option}' is not known; ulmedge decode --help lists what there is");
        }
        else if (files.Length == 0)
        {
            result.AddError("decode needs a file, or - for standard input");
        }
        else if (new SampleTargets(result.GetValue(_csv), result.GetValue(_jsonl)).Collide)
        {
            result.AddError("--csv and --jsonl cannot both go to the same place: give one of them another file");
        }
    }
}
