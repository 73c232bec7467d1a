using System.Collections.Concurrent;
using System.Diagnostics;
using MQTTnet;
using MQTTnet.Protocol;
using UlmEdge.Simulator.Provisioning;
using UlmEdge.Tests.EndToEnd;
using UlmEdge.Tests.Interop;

namespace UlmEdge.Tests.Provisioning;

/// <summary>The verb <c>provision</c>: what it writes, what it keeps, and what it never shows.</summary>
public sealed class ProvisionTests : IDisposable
{
    private readonly FleetBench _fleet = new(3);

    [Fact]
    public async Task Every_file_is_sound_and_only_for_its_owner()
    {
        ProgramRun run = await _fleet.ProvisionAsync();
        Assert.True(run.ExitCode == 0, run.ToString());
        foreach (string path in Directory.GetFiles(_fleet.Out, "*", SearchOption.AllDirectories))
        {
            Assert.True(OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & ~(UnixFileMode)0b111_000_000) == 0, path);
        }

        string node = Path.Combine(_fleet.Out, "nodes", "pole-01");
        ProgramRun check = await ProgramRun.OfAsync(
            $"check {node}/ulmedge.json {node}/wifi.json {node}/files.json {_fleet.PathOf("fleet.csv")}");
        Assert.True(check.ExitCode == 0, check.ToString());
        Assert.Equal(4, check.Output.Count(line => line.EndsWith(": sound", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_fleet_that_grows_keeps_passwords_and_authority()
    {
        await _fleet.ProvisionAsync();
        string password = _fleet.PasswordOf("pole-01");
        string authority = _fleet.Read("broker/ca.pem");
        File.AppendAllText(
            _fleet.PathOf("fleet.csv"), $"new,Neu,48,9,esp32-devkit,COM3,bmp280,mqtts://{FleetBench.Broker},city,60,300\n");
        ProgramRun run = await _fleet.ProvisionAsync();
        Assert.Contains(run.Output, line => line.Contains("1 passwords are new, 5 kept", StringComparison.Ordinal));
        Assert.Equal((password, authority), (_fleet.PasswordOf("pole-01"), _fleet.Read("broker/ca.pem")));
        Assert.NotEqual(password, _fleet.PasswordOf("new"));
    }

    [Fact]
    public async Task A_faulty_row_is_named_and_nothing_is_written()
    {
        File.AppendAllText(_fleet.PathOf("fleet.csv"), "Bad,x,1,1,esp32-devkit,COM3,bme280,mqtts://b,city,60,300\n");
        ProgramRun run = await _fleet.ProvisionAsync();
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("row 5, id is 'Bad'", run.Error.Single());
        Assert.False(Directory.Exists(_fleet.Out));
    }

    [Fact]
    public async Task Secrets_stand_where_they_belong_and_nowhere_else()
    {
        ProgramRun run = await _fleet.ProvisionAsync();
        Assert.DoesNotContain(FleetBench.Mark, run.ToString());
        string[] marked = [.. Directory.GetFiles(_fleet.Out, "*", SearchOption.AllDirectories)
            .Where(path => File.ReadAllText(path).Contains(FleetBench.Mark, StringComparison.Ordinal))
            .Select(path => Path.GetFileName(path)).Distinct()];
        Assert.Equal(["wifi.json"], marked);
        string password = _fleet.PasswordOf("pole-00");
        string[] holders = [.. Directory.GetFiles(_fleet.Out, "*", SearchOption.AllDirectories)
            .Where(path => File.ReadAllText(path).Contains(password, StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(_fleet.Out, path))];
        Assert.Equal([Path.Combine("nodes", "pole-00", "ulmedge.json")], holders);
        string[] nodeFiles = Directory.GetFiles(Path.Combine(_fleet.Out, "nodes"), "*", SearchOption.AllDirectories);
        Assert.DoesNotContain("PRIVATE KEY", string.Concat(nodeFiles.Select(File.ReadAllText)));
        string wrongSecrets = $"credentials,ssid,password\ncity,x,kurz{FleetBench.Mark}{new string('x', 80)}\n";
        File.WriteAllText(_fleet.PathOf("secrets.csv"), wrongSecrets);
        ProgramRun wrong = await _fleet.ProvisionAsync();
        Assert.Equal(2, wrong.ExitCode);
        Assert.DoesNotContain(FleetBench.Mark, wrong.ToString());
    }

    [Fact]
    public async Task Labels_have_id_place_and_a_code_for_each_node()
    {
        await _fleet.ProvisionAsync();
        string html = _fleet.Read("labels.html");
        Assert.Equal(3, html.Split("<svg").Length - 1);
        Assert.Contains("<strong>pole-02</strong>Straße 2", System.Net.WebUtility.HtmlDecode(html));
        FleetNode node = FleetFile.Read(File.ReadAllText(_fleet.PathOf("fleet.csv")), [])[0];
        Assert.Equal("geo:48.1,9.1?q=pole-00", LabelSheet.ContentOf(node));
    }

    [Fact]
    public async Task The_real_mosquitto_takes_the_passwords_and_holds_the_rights()
    {
        int port = FreePorts.Take(1)[0];
        using FleetBench fleet = new(2, "mqtt", port);
        await fleet.ProvisionAsync();
        File.AppendAllText(Path.Combine(fleet.Out, "broker", "mosquitto.conf"), $"user {Environment.UserName}\n");
        string program = Parts.Need("mosquitto", "apt-get install mosquitto");
        await using ServerProcess mosquitto = new("sh", "-c", $"cd {fleet.Out}/broker && exec {program} -c mosquitto.conf");
        await mosquitto.StartAsync(() => FreePorts.IsTaken(port), "mosquitto listens");
        string[] received = await ReceiveUntilAsync("last", port, fleet, "reader", async () =>
        {
            Assert.Equal(0, await PublishAsync(port, "pole-00", fleet.PasswordOf("pole-00"), "ulm/v1/pole-00/status", "mine"));
            await PublishAsync(port, "pole-00", fleet.PasswordOf("pole-00"), "ulm/v1/pole-01/status", "another's");
            await PublishAsync(port, "pole-00", fleet.PasswordOf("pole-00"), "ulm/v1/pole-00/cmd/reboot", "to itself");
            await PublishAsync(port, "reader", fleet.PasswordOf("reader"), "ulm/v1/pole-00/status", "of the reader");
            Assert.NotEqual(0, await PublishAsync(port, "pole-00", "wrong", "ulm/v1/pole-00/status", "with a wrong password"));
            await PublishAsync(port, "pole-01", fleet.PasswordOf("pole-01"), "ulm/v1/pole-01/health", "last");
        });
        Assert.Equal(["mine", "last"], received);
    }

    [Theory]
    [InlineData("provision --out x --secrets y", "--fleet")]
    [InlineData("provision --fleet no.csv --secrets no.csv --out x", "no.csv cannot be read")]
    [InlineData("check", "check needs a file")]
    [InlineData("check no.json", "no.json: it cannot be read")]
    [InlineData("live --fleet nowhere", "--fleet: nowhere is no folder that provision has written")]
    [InlineData("live --fleet x --nodes 3", "--fleet says what --nodes would")]
    public async Task Wrong_input_is_answered_by_one_sentence(string arguments, string begin) =>
        Assert.Contains(begin, WrongInputTests.AssertOneSentence(await ProgramRun.OfAsync(arguments)));

    public void Dispose() => _fleet.Dispose();

    private static async Task<int> PublishAsync(int port, string user, string password, string topic, string text)
    {
        using Process process = Process.Start(new ProcessStartInfo(
            Parts.Need("mosquitto_pub", "apt-get install mosquitto-clients"),
            ["-p", $"{port}", "-u", user, "-P", password, "-t", topic, "-m", text, "-q", "1"]) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    private static async Task<string[]> ReceiveUntilAsync(string last, int port, FleetBench fleet, string user, Func<Task> act)
    {
        ConcurrentQueue<string> received = new();
        using IMqttClient client = new MqttClientFactory().CreateMqttClient();
        client.ApplicationMessageReceivedAsync += message =>
        {
            received.Enqueue(message.ApplicationMessage.ConvertPayloadToString());
            return Task.CompletedTask;
        };
        MqttClientOptions options = new MqttClientOptionsBuilder()
            .WithTcpServer("127.0.0.1", port).WithCredentials(user, fleet.PasswordOf(user)).Build();
        await client.ConnectAsync(options, TestContext.Current.CancellationToken);
        await client.SubscribeAsync("ulm/v1/#", MqttQualityOfServiceLevel.AtLeastOnce, TestContext.Current.CancellationToken);
        await act();
        await Eventually.HoldsAsync(() => received.Contains(last), $"'{last}' arrives");
        return [.. received];
    }
}
