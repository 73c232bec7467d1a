using System.Text.Json;
using UlmEdge.Simulator.Runners;
using UlmEdge.Tests.Contract;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>One run of the program in this process, and what it wrote.</summary>
public sealed record ProgramRun(int ExitCode, string[] Output, string[] Error)
{
    /// <summary>The last line of standard output, as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Output[^1]).RootElement;

    /// <summary>Messages that an embedded broker was given; each kept the contract.</summary>
    public int Messages { get; private init; }

    /// <summary>Runs the program with these words after its name.</summary>
    public static Task<ProgramRun> OfAsync(string arguments) =>
        RunAsync(arguments, TestContext.Current.CancellationToken);

    /// <summary>Runs the program and asks it to stop after a while, as Ctrl-C does.</summary>
    public static async Task<ProgramRun> StoppedAfterAsync(TimeSpan time, string arguments)
    {
        using CancellationTokenSource stop = new(time);
        return await RunAsync(arguments, stop.Token);
    }

    /// <summary>A number of the JSON line.</summary>
    public int Number(string name) => Json.GetProperty(name).GetInt32();

    /// <summary>Everything that was written, for the message of a failing test.</summary>
    public override string ToString() => string.Join('\n', [$"exit code {ExitCode}", .. Output, .. Error]);

    private static async Task<ProgramRun> RunAsync(string arguments, CancellationToken stop)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        using WatchedMessages watched = new();
        string[] words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int exitCode = await new CommandLine(output, error, null).RunAsync(words, stop);
        watched.AssertContract();
        return new ProgramRun(exitCode, Lines(output), Lines(error)) { Messages = watched.Count };
    }

    private static string[] Lines(StringWriter writer) =>
        writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
