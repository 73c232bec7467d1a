using UlmEdge.Simulator.Provisioning;
using UlmEdge.Simulator.Runners;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Provisioning;

/// <summary>Nodes in the field trust one authority: nothing but <c>--ca</c> gives them another.</summary>
public sealed class AuthorityTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    private readonly FleetBench _fleet = new(2);

    [Fact]
    public async Task With_its_key_away_all_is_kept_and_the_fleet_may_grow()
    {
        await _fleet.ProvisionAsync();
        (string authority, string server) = (_fleet.Read("broker/ca.pem"), _fleet.Read("broker/server.pem"));
        Remove("authority/ca.key");
        File.AppendAllText(
            _fleet.PathOf("fleet.csv"), $"new,Neu,48,9,esp32-devkit,COM3,bmp280,mqtts://{FleetBench.Broker},city,60,300\n");
        ProgramRun again = await _fleet.ProvisionAsync();
        Assert.True(again.ExitCode == 0, again.ToString());
        Assert.Contains(again.Output, line => line.Contains("is away, and is not needed", StringComparison.Ordinal));
        Assert.Equal((authority, server), (_fleet.Read("broker/ca.pem"), _fleet.Read("broker/server.pem")));
        Assert.Equal(authority, _fleet.Read("nodes/new/ca.pem"));
        Assert.False(File.Exists(Path.Combine(_fleet.Out, "authority/ca.key")));
    }

    [Theory]
    [InlineData("authority/ca.key is not in", "authority/ca.key", "broker/server.pem")]
    [InlineData("authority/ca.key is not in", "authority/ca.key", "broker/server.key")]
    [InlineData("broker/ca.pem is not in", "broker/ca.pem")]
    [InlineData("nodes/pole-00/ca.pem is the same", "broker/ca.pem", "authority/ca.key")]
    public async Task What_is_missing_is_asked_for_and_nothing_is_written(string says, params string[] missing)
    {
        await _fleet.ProvisionAsync();
        foreach (string name in missing)
        {
            Remove(name);
        }

        await AssertRefusedAsync(says);
    }

    [Fact]
    public async Task A_broker_of_another_name_needs_the_key()
    {
        await _fleet.ProvisionAsync();
        Remove("authority/ca.key");
        string fleet = File.ReadAllText(_fleet.PathOf("fleet.csv"));
        File.WriteAllText(_fleet.PathOf("fleet.csv"), fleet.Replace(FleetBench.Broker, "other.street.example", StringComparison.Ordinal));
        await AssertRefusedAsync("needs a certificate for other.street.example");
    }

    [Fact]
    public async Task A_key_of_another_authority_is_refused()
    {
        await _fleet.ProvisionAsync();
        using TestAuthority other = new("Other");
        File.WriteAllText(Path.Combine(_fleet.Out, "authority/ca.key"), other.Issue("x").Key);
        await AssertRefusedAsync("authority/ca.key is not the key of broker/ca.pem");
    }

    [Fact]
    public async Task A_certificate_of_the_broker_from_another_authority_is_not_kept()
    {
        await _fleet.ProvisionAsync();
        Remove("authority/ca.key");
        using TestAuthority other = new("Other");
        Put(other.Issue(FleetBench.Broker));
        await AssertRefusedAsync("authority/ca.key is not in");
    }

    [Theory]
    [InlineData(729, true)]
    [InlineData(731, false)]
    public void A_certificate_of_the_broker_is_kept_until_it_expires(int days, bool isKept)
    {
        AuthorityFiles files = new(new OutputFolder(_fleet.Out));
        string authority = files.Write([FleetBench.Broker], null, Now, []);
        Remove("authority/ca.key");
        string? again = null;
        Exception? refusal = Record.Exception(() => again = files.Write([FleetBench.Broker], null, Now.AddDays(days), []));
        Assert.Equal(isKept ? authority : null, again);
        Assert.Equal(isKept, refusal is not WrongInputException);
    }

    [Fact]
    public async Task An_authority_of_ones_own_says_what_it_means_for_nodes_that_hang_and_for_the_broker()
    {
        await _fleet.ProvisionAsync();
        using TestAuthority city = new("City");
        File.WriteAllText(_fleet.PathOf("city.pem"), city.Pem);
        ProgramRun run = await _fleet.ProvisionAsync($"--ca {_fleet.PathOf("city.pem")}");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains(run.Output, line => line.Contains("The server.pem that lies there is not of use", StringComparison.Ordinal));
        Assert.Contains(run.Output, line => line.StartsWith("Nodes that hang trust the authority from before", StringComparison.Ordinal));
        await AssertRefusedAsync("is not the key of broker/ca.pem"); // Ours, which lies there still.
        Put(city.Issue(FleetBench.Broker));
        run = await _fleet.ProvisionAsync($"--ca {_fleet.PathOf("city.pem")}");
        Assert.Contains(run.Output, line => line.Contains("is from there, and lasts until", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Output, line => line.StartsWith("Nodes that hang", StringComparison.Ordinal));
    }

    public void Dispose() => _fleet.Dispose();

    private async Task AssertRefusedAsync(string says)
    {
        Dictionary<string, string> before = Files();
        ProgramRun refused = await _fleet.ProvisionAsync();
        Assert.True(refused.ExitCode == 2, refused.ToString());
        Assert.Contains(says, refused.Error.Single());
        Assert.Equal(before, Files());
    }

    private Dictionary<string, string> Files() => Directory.GetFiles(_fleet.Out, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).ToDictionary(path => path, File.ReadAllText);

    private void Put((string Certificate, string Key) server)
    {
        File.WriteAllText(Path.Combine(_fleet.Out, "broker/server.pem"), server.Certificate);
        File.WriteAllText(Path.Combine(_fleet.Out, "broker/server.key"), server.Key);
    }

    private void Remove(string name) => File.Delete(Path.Combine(_fleet.Out, name));
}
