namespace UlmEdge.Tests.EndToEnd;

/// <summary>The firmware's TLS against a real Mosquitto: whom a node trusts, and what it needs to be trusted.</summary>
[Collection(nameof(StreetRuns))]
public sealed class TlsTests : IDisposable
{
    private readonly TestAuthority _city = new("City");
    private readonly TestAuthority _next = new("City of next year");

    [Fact]
    public async Task The_right_authority_from_a_file()
    {
        await using Mosquitto broker = await Mosquitto.StartEncryptedAsync(_city.Issue(EncryptedNode.Broker));
        using EncryptedNode node = new(broker.Port, ""","trust":["ca.pem"]""");
        node.Put("ca.pem", _city.Pem);
        node.Board.PowerOn();
        await Eventually.HoldsAsync(() => node.Acknowledged > 0, "samples are acknowledged");
    }

    [Fact]
    public async Task The_right_authority_from_the_devices_store()
    {
        await using Mosquitto broker = await Mosquitto.StartEncryptedAsync(_city.Issue(EncryptedNode.Broker));
        using EncryptedNode node = new(broker.Port);
        node.Board.CertificateStore = _city.Pem;
        node.Board.PowerOn();
        await Eventually.HoldsAsync(() => node.Acknowledged > 0, "samples are acknowledged");
    }

    [Fact]
    public async Task Another_authority_is_not_trusted()
    {
        await using Mosquitto broker = await Mosquitto.StartEncryptedAsync(_next.Issue(EncryptedNode.Broker));
        using EncryptedNode node = new(broker.Port, ""","trust":["ca.pem"]""");
        node.Put("ca.pem", _city.Pem);
        node.Board.PowerOn();
        await node.AssertStaysOutAsync();
    }

    [Theory]
    [InlineData(-30, -1)]
    [InlineData(1, 30)]
    public async Task A_certificate_out_of_its_time_is_not_trusted(double fromDays, double toDays)
    {
        await using Mosquitto broker = await Mosquitto.StartEncryptedAsync(_city.Issue(EncryptedNode.Broker, fromDays, toDays));
        using EncryptedNode node = new(broker.Port, ""","trust":["ca.pem"]""");
        node.Put("ca.pem", _city.Pem);
        node.Board.PowerOn();
        await node.AssertStaysOutAsync();
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_not_trusted()
    {
        await using Mosquitto broker = await Mosquitto.StartEncryptedAsync(_city.Issue("somebody.else.example"));
        using EncryptedNode node = new(broker.Port, ""","trust":["ca.pem"]""");
        node.Put("ca.pem", _city.Pem);
        node.Board.PowerOn();
        await node.AssertStaysOutAsync();
    }

    [Fact]
    public async Task A_broker_that_changes_to_the_next_authority_is_trusted_without_a_restart()
    {
        await using Mosquitto broker = await Mosquitto.StartEncryptedAsync(_city.Issue(EncryptedNode.Broker));
        using EncryptedNode node = new(broker.Port, ""","trust":["ca.pem","ca-next.pem"],"batchSamples":1,"sampleSeconds":10""");
        node.Put("ca.pem", _city.Pem);
        node.Put("ca-next.pem", _next.Pem);
        node.Board.PowerOn();
        await Eventually.HoldsAsync(() => node.Acknowledged > 0, "samples are acknowledged");
        await broker.StopAsync();
        await broker.CertifyAsync(_next.Issue(EncryptedNode.Broker));
        await broker.StartAsync();
        int before = node.Acknowledged;
        await Eventually.HoldsAsync(() => node.Acknowledged > before, "samples are acknowledged under the next authority");
        Assert.Equal(1, node.Said("boot "));
    }

    [Fact]
    public async Task A_node_shows_its_own_certificate_where_the_broker_wants_one()
    {
        await using Mosquitto broker = await Mosquitto.StartEncryptedAsync(_city.Issue(EncryptedNode.Broker), _city.Pem);
        using EncryptedNode node = new(
            broker.Port, ""","trust":["ca.pem"],"certificate":"node.pem","key":"node.key" """.TrimEnd());
        (string certificate, string key) = _city.Issue("donau-07");
        node.Put("ca.pem", _city.Pem);
        node.Put("node.pem", certificate);
        node.Put("node.key", key);
        node.Board.PowerOn();
        await Eventually.HoldsAsync(() => node.Acknowledged > 0, "samples are acknowledged");
        Assert.DoesNotContain(node.Lines, line => line.Contains("PRIVATE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_certificate_of_its_own_it_stays_out_there()
    {
        await using Mosquitto broker = await Mosquitto.StartEncryptedAsync(_city.Issue(EncryptedNode.Broker), _city.Pem);
        using EncryptedNode node = new(broker.Port, ""","trust":["ca.pem"]""");
        node.Put("ca.pem", _city.Pem);
        node.Board.PowerOn();
        await node.AssertStaysOutAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("this is no certificate")]
    public async Task A_missing_or_broken_file_is_told_and_tried_again(string? text)
    {
        await using Mosquitto broker = await Mosquitto.StartEncryptedAsync(_city.Issue(EncryptedNode.Broker));
        using EncryptedNode node = new(broker.Port, ""","trust":["ca.pem"]""");
        if (text is not null)
        {
            node.Put("ca.pem", text);
        }

        node.Board.PowerOn();
        await Eventually.HoldsAsync(() => node.Said("a certificate or key is missing") >= 2, "it says so, twice");
        node.Put("ca.pem", _city.Pem);
        await Eventually.HoldsAsync(() => node.Acknowledged > 0, "samples are acknowledged once the file is there");
    }

    [Fact]
    public async Task Without_a_time_server_certificates_are_checked_by_a_time_that_is_surely_past()
    {
        await using Mosquitto broker = await Mosquitto.StartEncryptedAsync(_city.Issue(EncryptedNode.Broker, fromDays: -1_000));
        using EncryptedNode node = new(broker.Port, ""","trust":["ca.pem"],"sampleSeconds":10""");
        node.Put("ca.pem", _city.Pem);
        node.Board.AccessPoint.HasTime = false;
        node.Board.PowerOn();
        await Eventually.HoldsAsync(() => node.Connections > 0, "it is connected");
        Assert.Equal(0, node.Said("time of day learned"));
        Assert.Equal(0, node.Acknowledged); // The assumed time dates no sample.
        node.Board.AccessPoint.HasTime = true;
        await Eventually.HoldsAsync(() => node.Acknowledged > 0, "samples are acknowledged with the true time");
    }

    [Fact]
    public async Task A_street_and_a_listener_use_a_broker_with_TLS()
    {
        await using Mosquitto broker = await Mosquitto.StartEncryptedAsync(_city.Issue("localhost"));
        string ca = Path.GetTempFileName();
        try
        {
            File.WriteAllText(ca, _city.Pem);
            string url = $"mqtts://localhost:{broker.Port} --ca {ca}";
            ProgramRun live = await ProgramRun.OfAsync($"live --broker {url} --nodes 2 --for 3s --speed 10 --plain --json");
            Assert.True(live.ExitCode == 0, live.ToString());
            Assert.InRange(live.Number("received"), 1, int.MaxValue);
            ProgramRun listen = await ProgramRun.OfAsync($"listen --broker {url} --for 1s --plain");
            Assert.Contains(listen.Output, line => line.Contains("hirschstrasse", StringComparison.Ordinal));
            File.WriteAllText(ca, _next.Pem);
            ProgramRun wrong = await ProgramRun.OfAsync($"listen --broker {url} --for 1s --plain");
            Assert.Contains(wrong.Output, line => line.Contains("its certificate is not trusted", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(ca);
        }
    }

    public void Dispose()
    {
        _city.Dispose();
        _next.Dispose();
    }
}
