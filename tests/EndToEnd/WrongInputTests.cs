using System.Net;
using System.Net.Sockets;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>Wrong input: one sentence that names it and says what would be right, exit code 2.</summary>
public sealed class WrongInputTests
{
    [Theory]
    [InlineData("--nodes 0", "--nodes", "'0'", "1 to 1000")]
    [InlineData("--nodes 1001", "--nodes", "'1001'", "1 to 1000")]
    [InlineData("--nodes twelve", "--nodes", "'twelve'", "whole number")]
    [InlineData("live --nodes 1.5", "--nodes", "'1.5'", "whole number")]
    [InlineData("--nodes", "--nodes", "needs a value", "1 to 1000")]
    [InlineData("--nodes 1 --nodes 2", "--nodes", "2", "single")]
    [InlineData("--interval 0", "--interval", "'0'", "1 to 86400")]
    [InlineData("--batch 21", "--batch", "'21'", "1 to 20")]
    [InlineData("--speed 0", "--speed", "'0'", "0.01 to 3600")]
    [InlineData("--speed -2", "--speed", "'-2'", "0.01 to 3600")]
    [InlineData("--speed NaN", "--speed", "'NaN'", "0.01 to 3600")]
    [InlineData("--for 30", "--for", "'30'", "30s")]
    [InlineData("--for 0s", "--for", "'0s'", "30s")]
    [InlineData("--port 65536", "--port", "'65536'", "1 to 65535")]
    [InlineData("--seed -1", "--seed", "'-1'", "0 to")]
    [InlineData("--sensors bme28", "--sensors", "'bme28'", "did you mean bme280?")]
    [InlineData("--sensors bme280,", "--sensors", "''", "known are bme280")]
    [InlineData("--sensors rain,rain,rain,rain,rain,rain,rain,rain,rain", "--sensors", "9 sensors", "at most 8")]
    [InlineData("--station ulm-standart", "--station", "'ulm-standart'", "did you mean ulm-standard?")]
    [InlineData("--station balcony --sensors rain", "--station", "--sensors", "one of the two")]
    [InlineData("--weather /nowhere/at-all.csv", "--weather", "/nowhere/at-all.csv", "no ")]
    [InlineData("--broker localhost", "--broker", "'localhost'", "mqtt://")]
    [InlineData("--broker mqtts://localhost", "--broker", "'mqtts://localhost:8883'", "--ca FILE")]
    [InlineData("--broker mqtt://localhost:0", "--broker", "port 0", "1 to 65535")]
    [InlineData("--broker mqtt://localhost/topic", "--broker", "'mqtt://localhost/topic'", "mqtt://host:port")]
    [InlineData("--broker mqtt://localhost --port 1883", "--broker", "--port", "one of the two")]
    [InlineData("--nods 3", "'--nods'", "did you mean --nodes?", "--help")]
    [InlineData("lvie", "'lvie'", "did you mean live?", "--help")]
    [InlineData("live now", "'now'", "not known", "--help")]
    [InlineData("listen", "listen", "needs", "--broker mqtt://host:port")]
    [InlineData("listen --broker localhost", "--broker", "'localhost'", "mqtt://")]
    [InlineData("listen --broker mqtt://localhost --root a/#", "--root", "'a/#'", "without + #")]
    [InlineData("listen --broker mqtt://localhost --csv - --jsonl -", "--csv", "--jsonl", "another file")]
    [InlineData("listen --broker mqtt://localhost --csv /nowhere/at/all", "--csv", "'/nowhere/at/all'", "another file")]
    [InlineData("listen --broker mqtt://localhost --for 30", "--for", "'30'", "30s")]
    [InlineData("decode", "decode", "needs a file", "-")]
    [InlineData("decode /nowhere/at-all", "no file", "'/nowhere/at-all'", "standard input")]
    [InlineData("decode - --nods x", "'--nods'", "not known", "--help")]
    public async Task Is_answered_by_one_sentence(string arguments, string name, string value, string right)
    {
        ProgramRun run = await ProgramRun.OfAsync(arguments);
        string sentence = AssertOneSentence(run);
        Assert.Contains(name, sentence);
        Assert.Contains(value, sentence);
        Assert.Contains(right, sentence);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;
        ProgramRun run = await ProgramRun.OfAsync($"--port {port} --for 1s");
        Assert.Contains($"--port {port} is in use", AssertOneSentence(run));
    }

    [Fact]
    public async Task A_bad_line_of_a_recording_is_named_by_file_line_and_field()
    {
        string file = Path.Combine(Path.GetTempPath(), $"ulmedge-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(
            file,
            """
            timestamp,date,temperature (*C),humidity (%),pressure (hPa)
            1613977312,2021-02-22T08:01:52+01:00,14.38,31,1001.28
            1613977911,2021-02-22T08:11:51+01:00,warm,41,998.05

            """,
            TestContext.Current.CancellationToken);
        try
        {
            string sentence = AssertOneSentence(await ProgramRun.OfAsync($"--weather {file}"));
            Assert.Contains(file, sentence);
            Assert.Contains("3", sentence.Replace(file, string.Empty));
            Assert.Contains("temperature", sentence);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_password_that_no_board_could_keep_is_refused()
    {
        string address = $"mqtt://anna:{new string('s', 129)}@localhost";
        Assert.Contains("128 characters", AssertOneSentence(await ProgramRun.OfAsync($"--broker {address}")));
    }

    [Theory]
    [InlineData("mqtts://anna:s3cr3t@localhost")]
    [InlineData("mqtt://anna:s3c/r3t@localhost")]
    [InlineData("mqtt://anna:s3cr3t@localhost:0")]
    [InlineData("mqtt://:s3cr3t@localhost")]
    [InlineData("anna:s3cr3t@localhost")]
    public async Task A_password_is_never_repeated(string address)
    {
        string sentence = AssertOneSentence(await ProgramRun.OfAsync($"--broker {address}"));
        Assert.DoesNotContain("s3c", sentence);
        Assert.DoesNotContain("r3t", sentence);
    }

    internal static string AssertOneSentence(ProgramRun run)
    {
        Assert.True(run.ExitCode == 2, run.ToString());
        Assert.Empty(run.Output);
        string sentence = Assert.Single(run.Error);
        Assert.DoesNotContain("   at ", sentence);
        Assert.DoesNotContain("Exception", sentence);
        return sentence;
    }
}
