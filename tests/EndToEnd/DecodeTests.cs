using System.Text;
using UlmEdge.Simulator.Runners;
using UlmEdge.Tests.Core;
using UlmEdge.Tests.Decoder;

namespace UlmEdge.Tests.EndToEnd;

/// <summary><c>decode</c>: lone payloads of every kind, captures of mosquitto_sub, and what is none of them.</summary>
public sealed class DecodeTests : IDisposable
{
    private const string Line = "2026-11-21 20:00:00Z  donau-07  1234567.88231  temp 21.37 Cel, rh 56.2 %RH, press 95712 Pa";

    private static readonly byte[] Json = Packs.Json(Batches.OfWeather((1_795_291_200, 2137, 5620, 95_712)));
    private static readonly byte[] Compact = Packs.Compact(Batches.OfWeather((1_795_291_200, 2137, 5620, 95_712)));

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"ulmedge-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_lone_payload_of_every_kind_is_read_alike()
    {
        foreach ((byte[] payload, string options) in new[]
            { (Json, ""), ([.. "\n "u8, .. Json, .. "\n"u8], ""), (Packs.Cbor(Json), ""), (Compact, "--node donau-07") })
        {
            ProgramRun run = await DecodeAsync(payload, options);
            Assert.True(run is { ExitCode: 0, Output: [Line], Error: [] }, run.ToString());
        }
    }

    [Fact]
    public async Task Captures_of_mosquitto_sub_are_read_line_by_line()
    {
        string capture = string.Join(
            '\n',
            $"ulm/v1/donau-07/data/json {Encoding.UTF8.GetString(Json)}",
            $"ulm/v1/donau-07/data/cbor {Convert.ToHexString(Packs.Cbor(Json))}",
            $"ulm/v1/donau-07/data/compact {Convert.ToHexStringLower(Compact)}",
            """ulm/v1/donau-07/status {"state":"offline","boot":417,"conn":3}""",
            "ulm/v1/donau-07/status (null)",
            """ulm/v1/donau-07/cmd/report {"id":"r1"}""",
            """ulm/v1/donau-07/cmd-ack/r1 {"id":"r1","rc":0,"msg":"done"}""",
            "homeassistant/sensor/x/config {}",
            string.Empty);
        ProgramRun run = await DecodeAsync(Encoding.UTF8.GetBytes(capture));
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(
            [Line, Line, Line, "donau-07  offline, boot 417, connection 3", "donau-07  answers r1 with 0: done"], run.Output);
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_by_line_and_the_rest_is_read()
    {
        ProgramRun run = await DecodeAsync(Encoding.UTF8.GetBytes(
            $"ulm/v1/n/data/json oops\nulm/v1/n/data/json [\nulm/v1/donau-07/data/compact {Convert.ToHexString(Compact)}\n"));
        Assert.Equal((1, Line), (run.ExitCode, run.Output.Single()));
        Assert.Equal(2, run.Error.Length);
        Assert.Contains("line 1 (ulm/v1/n/data/json): the payload is neither JSON nor hexadecimal", run.Error[0]);
        Assert.Contains("line 2", run.Error[1]);
    }

    [Fact]
    public async Task Csv_and_json_lines_go_to_the_screen_or_into_files()
    {
        ProgramRun csv = await DecodeAsync(Json, "--csv -");
        Assert.Equal("donau-07,1234567,417,88231,1,2026-11-21T20:00:00Z,,,rh,%RH,56.2,", csv.Output[2]);
        string lines = _file + ".jsonl";
        try
        {
            Assert.Equal([Line], (await DecodeAsync(Json, $"--jsonl {lines}")).Output);
            Assert.Equal(
                """{"node":"donau-07","epoch":1234567,"boot":417,"sample":88231,"samples":1,"time":1795291200,"values":"""
                    + """[{"n":"temp","u":"Cel","v":21.37},{"n":"rh","u":"%RH","v":56.2},{"n":"press","u":"Pa","v":95712}]}""",
                File.ReadAllText(lines).Trim());
        }
        finally
        {
            File.Delete(lines);
        }
    }

    [Fact]
    public async Task Absences_are_written_in_words()
    {
        byte[] pack = """
            [{"bn":"ulm/v1/n/","n":"batch","vs":"3.4.10.1"},{"n":"uptime","u":"s","v":300},{"n":"press.q","v":66}]
            """u8.ToArray();
        Assert.Equal(["uptime 300 s  n  3.10  press: no answer + bus stuck"], (await DecodeAsync(pack)).Output);
        Assert.Equal("n,3,4,10,1,,300,,press,,,no answer + bus stuck", (await DecodeAsync(pack, "--csv -")).Output[1]);
        Assert.EndsWith(""","values":[],"missing":{"press":"no answer + bus stuck"}}""", (await DecodeAsync(pack, "--jsonl -")).Output[0]);
    }

    [Fact]
    public async Task Standard_input_is_read()
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int exitCode = await new CommandLine(output, error, null, () => new MemoryStream(Json)).RunAsync(["decode", "-"], default);
        Assert.Equal((0, Line), (exitCode, output.ToString().Trim()));
    }

    [Fact]
    public async Task A_compact_payload_needs_its_node()
    {
        ProgramRun run = await DecodeAsync(Compact);
        Assert.Contains("--node", WrongInputTests.AssertOneSentence(run));
    }

    [Fact]
    public async Task A_file_of_anything_is_no_reason_to_fall()
    {
        ProgramRun run = await DecodeAsync([1, 2, 3, 0xFF]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no compact batch", Assert.Single(run.Error));
        Assert.Equal(0, (await DecodeAsync([])).ExitCode);
    }

    private async Task<ProgramRun> DecodeAsync(byte[] bytes, string options = "")
    {
        await File.WriteAllBytesAsync(_file, bytes);
        return await ProgramRun.OfAsync($"decode {_file} {options}");
    }
}
