using System.Diagnostics;
using UlmEdge.Tests.Tidy;

namespace UlmEdge.Tests.Contract;

/// <summary>The tools of others in <c>tests/Contract/node</c>, which npm brings the first time they are needed.</summary>
internal static class NodeTools
{
    private static readonly string Folder = Path.Combine(Sources.Root, "tests", "Contract", "node");
    private static readonly SemaphoreSlim Installing = new(1);

    /// <summary>Runs a script of the folder; skips the calling test, with a sentence, where there is no Node.js or npm.</summary>
    /// <returns>Its exit code, and what it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string script, string input, params string[] arguments)
    {
        await InstallAsync();
        return await StartAsync("node", input, [Path.Combine(Folder, script), .. arguments]);
    }

    private static async Task InstallAsync()
    {
        await Installing.WaitAsync();
        try
        {
            // npm writes this file last.
            if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
            {
                (int exitCode, string output) = await StartAsync("npm", "", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
                Assert.True(exitCode == 0, $"npm ci in tests/Contract/node: {output}");
            }
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task<(int ExitCode, string Output)> StartAsync(string program, string input, string[] arguments)
    {
        string path = Find(program);
        using Process process = Process.Start(new ProcessStartInfo(path, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, output.Trim());
    }

    private static string Find(string program)
    {
        string? path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .SelectMany(folder => new[] { "", ".exe", ".cmd" }.Select(end => Path.Combine(folder, program + end)))
            .FirstOrDefault(File.Exists);
        if (path is null)
        {
            const string sentence = "needs Node.js 20 or later with npm: apt-get install nodejs npm, or nodejs.org";
            Assert.True(Environment.GetEnvironmentVariable("ULMEDGE_REQUIRE_ALL") != "1", sentence);
            Assert.Skip(sentence);
        }

        return path;
    }
}
