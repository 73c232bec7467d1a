using System.Diagnostics;
using System.Text.Json;

namespace UlmEdge.Benchmarks.Runs;

/// <summary>A process that is measured from outside.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;

    private Child(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Processor time so far.</summary>
    public TimeSpan Cpu => _process.TotalProcessorTime;

    /// <summary>Starts a program.</summary>
    public static Child Start(string program, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        return new Child(Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start"));
    }

    /// <summary>Starts a verb of the simulator.</summary>
    public static Child Simulator(string words) => Start(
        "dotnet", words.Split(' ').Prepend(typeof(Simulator.Runners.CommandLine).Assembly.Location));

    /// <summary>Starts this program again, as one of the peers.</summary>
    public static Child Self(string words) => Start("dotnet", words.Split(' ').Prepend(typeof(Child).Assembly.Location));

    /// <summary>The next line of its output.</summary>
    public string? ReadLine() => _process.StandardOutput.ReadLine();

    /// <summary>Waits for its end, and reads the object that is its last line.</summary>
    public JsonElement Finish()
    {
        string[] lines = _process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _process.WaitForExit();
        return _process.ExitCode == 0
            ? JsonDocument.Parse(lines[^1]).RootElement
            : throw new InvalidOperationException($"{_process.StartInfo.FileName} ended with {_process.ExitCode}: {_error.Result}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
