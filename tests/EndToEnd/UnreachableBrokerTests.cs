using System.Net;
using System.Net.Sockets;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>Nobody listens where the broker should be: that is no wrong input.</summary>
[Collection(nameof(StreetRuns))]
public sealed class UnreachableBrokerTests
{
    [Fact]
    public async Task The_street_goes_on_says_so_once_and_reports_what_is_pending()
    {
        ProgramRun run = await ProgramRun.OfAsync(
            $"--broker mqtt://127.0.0.1:{UnusedPort()} --nodes 3 --speed 20 --for 3s --json");
        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Empty(run.Error);
        Assert.Single(run.Output, line => line.Contains("cannot be reached", StringComparison.Ordinal));
        Assert.Contains(run.Output, line => line.StartsWith("PENDING", StringComparison.Ordinal));
        Assert.True(run.Number("samples") > 3 * 5, run.ToString());
        Assert.Equal(run.Number("samples"), run.Number("pending"));
        Assert.Equal(0, run.Number("lost"));
        Assert.Equal(0, run.Number("received"));
        Assert.Equal(0, run.Number("acknowledged"));
    }

    [Fact]
    public async Task An_unknown_host_is_unreachable_too()
    {
        ProgramRun run = await ProgramRun.OfAsync(
            "--broker mqtt://no-such-host.invalid --nodes 1 --speed 20 --for 1s --json");
        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Single(run.Output, line => line.Contains("cannot be reached", StringComparison.Ordinal));
        Assert.True(run.Number("pending") > 0, run.ToString());
    }

    private static int UnusedPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
