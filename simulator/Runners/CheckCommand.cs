using System.CommandLine;
using System.CommandLine.Parsing;
using UlmEdge.Simulator.Provisioning;

namespace UlmEdge.Simulator.Runners;

/// <summary>The verb <c>check</c>: says what is wrong with files of a fleet or of a node.</summary>
internal sealed class CheckCommand
{
    private const int BytesMax = 16 * 1024 * 1024;

    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "fleet.csv, secrets.csv, ulmedge.json, wifi.json or files.json",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Adds the files to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_files);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_files) is not { Length: > 0 })
            {
                result.AddError("check needs a file: fleet.csv, secrets.csv, ulmedge.json, wifi.json or files.json");
            }
        });
    }

    /// <summary>Does it.</summary>
    /// <returns>0 if all are sound, else 2.</returns>
    public int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        bool isSound = true;
        foreach (string path in result.GetValue(_files)!)
        {
            IReadOnlyList<string> faults = FaultsOf(path);
            isSound &= faults.Count == 0;
            foreach (string fault in faults)
            {
                error.WriteLine($"ulmedge: {path}: {fault}");
            }

            if (faults.Count == 0)
            {
                output.WriteLine($"{path}: sound");
            }
        }

        return isSound ? 0 : CommandLine.WrongInput;
    }

    private static IReadOnlyList<string> FaultsOf(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > BytesMax }
                ? ["it is far too large"]
                : FileCheck.Faults(path, File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [$"it cannot be read ({error.Message})"];
        }
    }
}
