using System.Globalization;
using System.Text;
using UlmEdge.Tests.NanoSurface;

namespace UlmEdge.Tests.SeededBugs;

/// <summary>README.md of this folder: which bug is found how, and what the checker says to it.</summary>
internal static class BugTable
{
    /// <summary>The file, from the repository's root.</summary>
    public const string Path = "tests/SeededBugs/README.md";

    private const int WordsMax = 160;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>How the row of a bug begins.</summary>
    public static string StartOf(SeededBug bug) => $"| {bug.Name} | `{bug.File}` | `{bug.FoundBy}` | ";

    /// <summary>Writes the table of a run of all bugs.</summary>
    public static void Write(Func<SeededBug, SimulatorRun> runOf)
    {
        StringBuilder text = new(Head());
        foreach (SeededBug bug in SeededBugs.All)
        {
            SimulatorRun run = runOf(bug);
            string[] parts = (run.Broken ?? "?, NOT FOUND").Split(", ", 2);
            string words = parts[1].Replace("|", "\\|");
            words = words.Length > WordsMax ? words[..words.LastIndexOf(' ', WordsMax)] + " …" : words;
            text.Append(StartOf(bug)).Append(Culture, $"{parts[0]} | {run.Time.TotalSeconds:F1} | {words} |\n");
        }

        double seconds = SeededBugs.All.Sum(bug => runOf(bug).Time.TotalSeconds);
        text.Append(Culture, $"\n{SeededBugs.All.Count} bugs, all runs together {seconds:F0} s, two at a time.\n");
        File.WriteAllText(Checkout.PathOf(Path), text.ToString());
    }

    private static string Head() => string.Create(Culture, $"""
        # Seeded bugs

        What finds nothing proves nothing. Each of these defects is put into a copy of the firmware's sources, by replacing one
        text in one file; the copy is built, and the simulator is run with it. It must end with exit code 1 and say which promise is
        broken. Without a bug the same runs must keep every promise. The list stands in `*Bugs.cs`, the runs are `SeededBugTests`.

        This table is from a run of {DateTime.UtcNow:yyyy-MM-dd} on {Environment.ProcessorCount} cores ({MachineName()}),
        .NET {Environment.Version}: `ULMEDGE_WRITE_TABLES=1 dotnet test --project tests -- --filter-class "*SeededBugTests"`.
        Seconds are for the record; no test asserts them.

        | defect | file | found by | seed | seconds | what the checker said |
        |---|---|---|---|---|---|

        """).ReplaceLineEndings("\n");

    private static string MachineName()
    {
        const string about = "/proc/cpuinfo";
        string? line = File.Exists(about)
            ? File.ReadLines(about).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':') + 1)..].Trim() ?? System.Runtime.InteropServices.RuntimeInformation.OSDescription;
    }
}
