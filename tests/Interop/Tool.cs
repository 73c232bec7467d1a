using System.Diagnostics;

namespace UlmEdge.Tests.Interop;

/// <summary>A program that is run to its end.</summary>
internal static class Tool
{
    // Reached only by a test that fails.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs it and holds that it succeeds.</summary>
    /// <returns>The lines that it wrote.</returns>
    public static async Task<string[]> RunAsync(string program, IEnumerable<string> arguments, string input = "")
    {
        using CancellationTokenSource limit = new(Patience);
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, $"{Path.GetFileName(program)} fails: {await error}{await output}");
            return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
