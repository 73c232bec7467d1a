using System.Diagnostics;
using UlmEdge.Tests.EndToEnd;
using UlmEdge.Tests.Interop;

namespace UlmEdge.Tests.Provisioning;

/// <summary>With an authority of one's own the broker's certificate comes from elsewhere: until it is there, nothing listens.</summary>
public sealed class OwnAuthorityTests : IDisposable
{
    private readonly TestAuthority _city = new("City");
    private readonly int _port = FreePorts.Take(1)[0];
    private readonly FleetBench _fleet;

    public OwnAuthorityTests() => _fleet = new FleetBench(1, "mqtts", _port);

    [Theory]
    [InlineData("server.pem", "server.key")]
    [InlineData("server.pem")]
    [InlineData("server.key")]
    [InlineData("ca.pem")]
    public async Task The_real_mosquitto_does_not_start_while_a_file_is_missing(params string[] missing)
    {
        await ProvisionAsync();
        foreach (string name in missing)
        {
            File.Delete(PathOf(name));
        }

        using Process mosquitto = Process.Start(new ProcessStartInfo(
            Parts.Need("mosquitto", "apt-get install mosquitto"), ["-c", "mosquitto.conf"])
        {
            WorkingDirectory = PathOf(""), RedirectStandardError = true,
        })!;
        try
        {
            Task<string> said = mosquitto.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            // It opens its port before it reads all files: that somebody listens there tells nothing.
            await Eventually.HoldsAsync(() => mosquitto.HasExited, "it ends");
            Assert.NotEqual(0, mosquitto.ExitCode);
            Assert.Contains(missing[0], await said);
        }
        finally
        {
            mosquitto.Kill();
        }
    }

    [Fact]
    public async Task With_them_it_speaks_TLS_and_nothing_else()
    {
        await ProvisionAsync();
        string program = Parts.Need("mosquitto", "apt-get install mosquitto");
        await using ServerProcess mosquitto = new("sh", "-c", $"cd {PathOf("")} && exec {program} -c mosquitto.conf");
        await mosquitto.StartAsync(() => FreePorts.IsTaken(_port), "mosquitto listens");
        Assert.Equal(0, await PublishAsync("--cafile", PathOf("ca.pem")));
        Assert.NotEqual(0, await PublishAsync());
    }

    [Fact]
    public async Task A_rehearsal_asks_for_what_is_missing()
    {
        await ProvisionAsync();
        File.Delete(PathOf("server.key"));
        Assert.Contains(
            "broker lacks server.key; put",
            WrongInputTests.AssertOneSentence(await ProgramRun.OfAsync($"live --fleet {_fleet.Out} --for 1s --plain")));
    }

    public void Dispose()
    {
        _city.Dispose();
        _fleet.Dispose();
    }

    private string PathOf(string name) => Path.Combine(_fleet.Out, "broker", name);

    private async Task ProvisionAsync()
    {
        File.WriteAllText(_fleet.PathOf("city.pem"), _city.Pem);
        ProgramRun run = await _fleet.ProvisionAsync($"--ca {_fleet.PathOf("city.pem")}");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains(run.Output, line => line.Contains("without them it does not start", StringComparison.Ordinal));
        (string certificate, string key) = _city.Issue("localhost");
        File.WriteAllText(PathOf("server.pem"), certificate);
        File.WriteAllText(PathOf("server.key"), key);
        File.AppendAllText(PathOf("mosquitto.conf"), $"user {Environment.UserName}\n");
    }

    private async Task<int> PublishAsync(params string[] also)
    {
        using Process process = Process.Start(new ProcessStartInfo(
            Parts.Need("mosquitto_pub", "apt-get install mosquitto-clients"),
            [
                "-h", "localhost", "-p", $"{_port}", "-u", "pole-00", "-P", _fleet.PasswordOf("pole-00"),
                "-t", "ulm/v1/pole-00/status", "-m", "x", "-q", "1", .. also,
            ]) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
