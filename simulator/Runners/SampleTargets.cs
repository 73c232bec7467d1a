namespace UlmEdge.Simulator.Runners;

/// <summary>Where samples are to be written, beside what is shown.</summary>
/// <param name="Csv">A file, <c>-</c> for standard output, or null.</param>
/// <param name="Jsonl">The same, as JSON lines.</param>
public sealed record SampleTargets(string? Csv, string? Jsonl)
{
    private const string StandardOutput = "-";

    /// <summary>Whether the standard output belongs to the samples.</summary>
    public bool TakeOutput => Csv == StandardOutput || Jsonl == StandardOutput;

    /// <summary>Whether both want the standard output.</summary>
    public bool Collide => Csv is not null && Csv == Jsonl;

    /// <summary>Opens the files.</summary>
    /// <exception cref="WrongInputException">One cannot be written.</exception>
    internal IReadOnlyList<ISampleWriter> Open(TextWriter output)
    {
        List<ISampleWriter> writers = [];
        if (Csv is not null)
        {
            writers.Add(new CsvWriter(Open("--csv", Csv, output), Csv != StandardOutput));
        }

        if (Jsonl is not null)
        {
            writers.Add(new JsonlWriter(Open("--jsonl", Jsonl, output), Jsonl != StandardOutput));
        }

        return writers;
    }

    private static TextWriter Open(string option, string path, TextWriter output)
    {
        if (path == StandardOutput)
        {
            return output;
        }

        try
        {
            return new StreamWriter(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new WrongInputException($"{option} '{path}' cannot be written ({error.Message}); give another file, or - for the screen");
        }
    }
}
