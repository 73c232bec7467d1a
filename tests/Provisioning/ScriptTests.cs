using System.Diagnostics;
using UlmEdge.Tests.EndToEnd;
using UlmEdge.Tests.Interop;

namespace UlmEdge.Tests.Provisioning;

/// <summary>The scripts that flash and verify, with a nanoff that only pretends and a Mosquitto that is real.</summary>
public sealed class ScriptTests : IAsyncDisposable
{
    private const string Node = "pole-01";
    private const string Topic = $"ulm/v1/{Node}/commissioning";
    private const string Pass = """{"result":"pass","boot":1,"after":9}""";

    private readonly int _port = FreePorts.Take(1)[0];
    private readonly FleetBench _fleet;
    private readonly string _publish = Parts.Need("mosquitto_pub", "apt-get install mosquitto-clients");
    private ServerProcess? _mosquitto;

    public ScriptTests() => _fleet = new FleetBench(3, "mqtt", _port);

    // A report in the words of the one before is what a board says whose flash was erased.
    [Theory]
    [InlineData("", "", "--devicedetails", 0, "1 of 1 passed")]
    [InlineData(Pass, "", "--devicedetails", 0, "1 of 1 passed")]
    [InlineData("", "--deploy", "", 1, "FAILED: firmware")]
    [InlineData("", "--filedeployment", "", 1, "FAILED: files")]
    [InlineData("", "", "", 1, "FAILED: no report that it works")]
    [InlineData(Pass, "", "", 1, "FAILED: no report that it works")]
    [InlineData("", "", "--filedeployment", 1, "FAILED: no report that it works")] // The program before, between two steps.
    public async Task Only_what_the_node_says_after_its_firmware_was_written_is_believed(
        string before, string failsAt, string speaksAt, int exitCode, string says)
    {
        await StartAsync();
        if (before.Length > 0)
        {
            await PublishAsync("-r", "-m", before);
        }

        (int ended, string output) = await RunAsync(failsAt, speaksAt);
        Assert.True(ended == exitCode, output);
        Assert.Contains(says, output);
        Assert.DoesNotContain(FleetBench.Mark, output);
        Assert.DoesNotContain(_fleet.PasswordOf(Node), output);
        if (exitCode == 0)
        {
            Assert.Equal(
                [
                    "nanoff --update --target ESP32_REV3 --serialport /dev/ttyUSB1 --fwversion 1.17.0.339",
                    "nanoff --nanodevice --serialport /dev/ttyUSB1 --networkdeployment wifi.json",
                    "nanoff --nanodevice --serialport /dev/ttyUSB1 --filedeployment files.json",
                    $"nanoff --nanodevice --deploy --serialport /dev/ttyUSB1 --image {_fleet.PathOf("UlmEdge.bin")}",
                    "nanoff --nanodevice --devicedetails --serialport /dev/ttyUSB1",
                ],
                File.ReadLines(_fleet.PathOf("calls")));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_flashed_while_the_broker_is_away_or_has_another_password(bool isAway)
    {
        await _fleet.ProvisionAsync();
        if (!isAway)
        {
            await StartAsync();
            _fleet.Change($"nodes/{Node}/ulmedge.json", _fleet.PasswordOf(Node), "another-password");
        }

        (int ended, string output) = await RunAsync("", "--devicedetails");
        Assert.True(ended == 1, output);
        Assert.Contains("FAILED: broker", output);
        Assert.False(File.Exists(_fleet.PathOf("calls")), output);
    }

    [Theory]
    [InlineData("mqtt")]
    [InlineData("mqtts")]
    public async Task The_PowerShell_script_has_the_same_commands_in_the_same_order(string scheme)
    {
        using FleetBench fleet = new(3, scheme);
        await fleet.ProvisionAsync();
        string bash = fleet.Read("provision.sh");
        string shell = fleet.Read("provision.ps1");
        string[] words =
        [
            "mosquitto_pub ", "mosquitto_sub ", "--update", "--networkdeployment", "--filedeployment", "--deploy", "--retained-only",
            "--devicedetails",
        ];
        foreach (string script in new[] { bash, shell })
        {
            string code = string.Join('\n', script.Split('\n').Where(line => !line.StartsWith('#')));
            int[] places = [.. words.Select(word => code.IndexOf(word, StringComparison.Ordinal))];
            Assert.Equal(places.Order(), places);
            Assert.DoesNotContain(-1, places);
            Assert.Equal(scheme == "mqtts", code.Contains("--cafile", StringComparison.Ordinal));
        }

        Assert.All(Enumerable.Range(0, 3), i => Assert.Contains($"'{FleetBench.IdOf(i)}' = @('/dev/ttyUSB{i}', 'ESP32_REV3')", shell));
    }

    public async ValueTask DisposeAsync()
    {
        if (_mosquitto is not null)
        {
            await _mosquitto.DisposeAsync();
        }

        _fleet.Dispose();
    }

    private async Task StartAsync()
    {
        await _fleet.ProvisionAsync();
        File.AppendAllText(Path.Combine(_fleet.Out, "broker", "mosquitto.conf"), $"user {Environment.UserName}\n");
        string program = Parts.Need("mosquitto", "apt-get install mosquitto");
        _mosquitto = new ServerProcess("sh", "-c", $"cd {_fleet.Out}/broker && exec {program} -c mosquitto.conf");
        await _mosquitto.StartAsync(() => FreePorts.IsTaken(_port), "mosquitto listens");
    }

    private async Task PublishAsync(params string[] what)
    {
        using Process process = Process.Start(_publish, [
            "-p", $"{_port}", "-u", Node, "-P", _fleet.PasswordOf(Node), "-q", "1", "-t", Topic, .. what]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    // nanoff prints what went wrong with a file, and ends with 0; with anything else it ends with 1.
    private void WriteNanoff(string folder, string failsAt, string speaksAt)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The script is for bash.");
            return;
        }

        string path = Path.Combine(folder, "nanoff");
        File.WriteAllText(path, $$"""
            #!/bin/sh
            echo "nanoff $*" >> "{{_fleet.PathOf("calls")}}"
            case "$*" in *{{(speaksAt.Length > 0 ? speaksAt : "nothing")}}*)
              {{_publish}} -p {{_port}} -u {{Node}} -P '{{_fleet.PasswordOf(Node)}}' -q 1 -t {{Topic}} -r -m '{{Pass}}' || exit 9 ;;
            esac
            case "$*" in *{{(failsAt.Length > 0 ? failsAt : "nothing")}}*)
              echo "Error E2002"; [ "{{failsAt}}" = --filedeployment ] || exit 1 ;;
            esac

            """);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string failsAt, string speaksAt)
    {
        string tools = Directory.CreateDirectory(_fleet.PathOf("tools")).FullName;
        WriteNanoff(tools, failsAt, speaksAt);
        File.WriteAllText(_fleet.PathOf("UlmEdge.bin"), "image");
        ProcessStartInfo start = new("bash", [Path.Combine(_fleet.Out, "provision.sh"), _fleet.PathOf("UlmEdge.bin"), Node])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["PATH"] = $"{tools}:{Environment.GetEnvironmentVariable("PATH")}", ["MQTT_HOST"] = "127.0.0.1",
                ["ULMEDGE_TRIES"] = "2", ["ULMEDGE_WAIT"] = "3", ["ULMEDGE_PAUSE"] = "0",
            },
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await error;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
