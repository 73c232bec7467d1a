using System.Diagnostics;
using System.Text.Json;

namespace UlmEdge.Tests.SeededBugs;

/// <summary>A copy of the simulator with a firmware of its own, in a folder that goes with it.</summary>
internal sealed class SimulatorCopy : IDisposable
{
    private const string Program = "ulmedge";

    // A firmware with a bug may never come to an end. How long that takes is no matter of the machine's speed.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("ulmedge-seeded-").FullName;

    /// <summary>Builds a firmware with a bug, or without one, and puts the simulator beside it.</summary>
    public SimulatorCopy(SeededBug? bug)
    {
        foreach (string name in Parts())
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, name), Path.Combine(_folder, name));
        }

        FirmwareCopy.Emit(bug, Path.Combine(_folder, FirmwareCopy.AssemblyName + ".dll"));
    }

    /// <summary>Runs the simulator with these words after its name.</summary>
    public async Task<SimulatorRun> RunAsync(string arguments, CancellationToken stop)
    {
        Stopwatch watch = Stopwatch.StartNew();
        ProcessStartInfo start = new("dotnet", $"{Path.Combine(_folder, Program)}.dll {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            Task<string> error = process.StandardError.ReadToEndAsync(patience.Token);
            string output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new SimulatorRun(process.ExitCode, output + await error, watch.Elapsed);
        }
        finally
        {
            process.Kill(entireProcessTree: true); // It ended, unless nobody waits for it any more.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // What the program needs says its list of dependencies; the tests' own assemblies lie in the same folder.
    private static IEnumerable<string> Parts()
    {
        string list = Path.Combine(AppContext.BaseDirectory, $"{Program}.deps.json");
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(list));
        string[] assemblies = [.. json.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
            .Where(library => library.Value.TryGetProperty("runtime", out _))
            .SelectMany(library => library.Value.GetProperty("runtime").EnumerateObject())
            .Select(assembly => Path.GetFileName(assembly.Name))];
        return assemblies.Where(name => name != FirmwareCopy.AssemblyName + ".dll")
            .Append($"{Program}.deps.json")
            .Append($"{Program}.runtimeconfig.json");
    }
}
