using System.Collections.Concurrent;
using System.Diagnostics;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Interop;

/// <summary>A server as a process of its own, with a folder of its own; it can be stopped, killed and started again.</summary>
internal sealed class ServerProcess(string program, params string[] arguments) : IAsyncDisposable
{
    private const int LinesKept = 30;

    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;

    /// <summary>Its folder for configuration and data.</summary>
    public static DirectoryInfo NewFolder(string name) => Directory.CreateTempSubdirectory($"ulmedge-{name}-");

    /// <summary>What its environment has beyond ours.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Told each line that it writes.</summary>
    public Action<string>? LineWritten { get; set; }

    /// <summary>The last lines that it wrote.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts it, again if it was stopped, and waits until it is up.</summary>
    public async Task StartAsync(Func<bool> isUp, string what)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach ((string name, string value) in Environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Process process = _process;
        await Eventually.HoldsAsync(() => isUp() || process.HasExited, what);
        Assert.False(process.HasExited, $"{Path.GetFileName(program)} ended although it was to run:\n{Output}");
    }

    /// <summary>Stops it as the system would.</summary>
    public async Task StopAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        await EndAsync();
    }

    /// <summary>Kills it and all its children, as kill -9 does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await EndAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }
    }

    private async Task EndAsync()
    {
        await _process!.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            LineWritten?.Invoke(line);
            _output.Enqueue(line);
            while (_output.Count > LinesKept)
            {
                _output.TryDequeue(out _);
            }
        }
    }
}
