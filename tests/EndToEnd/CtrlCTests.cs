using System.Diagnostics;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>Ctrl-C, for which the program needs a process of its own.</summary>
[Collection(nameof(StreetRuns))]
public sealed class CtrlCTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Ends_it_cleanly_with_a_summary(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a system with kill and signals");
        using Process program = Start("--nodes 3 --speed 20 --json");
        List<string> output = [];
        while (!output.Any(line => line.StartsWith("First batch", StringComparison.Ordinal)))
        {
            output.Add(await NextLineAsync(program) ?? throw new EndOfStreamException(string.Join('\n', output)));
        }

        using Process kill = Process.Start("kill", [$"-{signal}", $"{program.Id}"]);
        while (await NextLineAsync(program) is { } line)
        {
            output.Add(line);
        }

        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, program.ExitCode);
        Assert.Contains(output, line => line.StartsWith("Stopped.", StringComparison.Ordinal));
        Assert.Contains("\"lost\":0", output[^1]);
    }

    private static Process Start(string arguments) => Process.Start(
        new ProcessStartInfo("dotnet", $"{Path.Combine(AppContext.BaseDirectory, "ulmedge.dll")} {arguments}")
        {
            RedirectStandardOutput = true,
        })!;

    private static ValueTask<string?> NextLineAsync(Process program) =>
        program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
}
