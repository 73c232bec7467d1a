using System.Text.Json;

namespace UlmEdge.Tests.Contract;

/// <summary>The contract's documents and its code for backends in the tools that others use.</summary>
public class OtherToolsTests
{
    [Fact]
    public async Task AsyncAPI_schemas_and_examples_pass_the_parsers_of_others()
    {
        (int exitCode, string output) = await NodeTools.RunAsync("check.js", "", ContractFiles.PathOf("."));
        Assert.True(exitCode == 0, output);
        Assert.Contains("14 channels, 14 operations", output);
    }

    [Theory]
    [InlineData("data.json", 6, "ulmedge,name=temp,node=donau-07,unit=Cel value=21.36,epoch=3i,sample=88232i 1795291260")]
    [InlineData("data.json", 6, "ulmedge,name=press.q,node=donau-07 value=1,epoch=3i,sample=88232i 1795291260")]
    [InlineData("data-summary.json", 8, "ulmedge,name=temp.mean,node=donau-07,unit=Cel value=22.37,epoch=3i,sample=88241i 1795291800")]
    public async Task A_pack_becomes_line_protocol(string example, int lines, string line)
    {
        string[] written = (await ConvertAsync("influx-line.js", "influx", example)).Split('\n');
        Assert.Contains(line, written);
        Assert.Equal(lines, written.Length);
    }

    [Fact]
    public async Task A_pack_that_was_never_dated_becomes_no_point() =>
        Assert.Equal("", await ConvertAsync("influx-line.js", "influx", "data-rel.json"));

    [Fact]
    public async Task A_pack_becomes_telemetry_of_ThingsBoard()
    {
        using JsonDocument device = JsonDocument.Parse(await ConvertAsync("thingsboard-converter.js", "thingsboard", "data.json"));
        Assert.Equal("donau-07", device.RootElement.GetProperty("deviceName").GetString());
        JsonElement[] rows = [.. device.RootElement.GetProperty("telemetry").EnumerateArray()];
        Assert.Equal([1_795_291_200_000, 1_795_291_260_000], rows.Select(row => row.GetProperty("ts").GetInt64()));
        Assert.Equal(95_712, rows[0].GetProperty("values").GetProperty("press").GetInt32());
        Assert.Equal(1, rows[1].GetProperty("values").GetProperty("press.q").GetInt32());
    }

    [Fact]
    public void The_flow_for_Node_RED_has_the_same_code()
    {
        using JsonDocument flow = JsonDocument.Parse(ContractFiles.Read("examples-backend/node-red-flow.json"));
        string code = flow.RootElement.EnumerateArray().Single(node => node.GetProperty("type").GetString() == "function")
            .GetProperty("func").GetString()!;
        Assert.StartsWith(ContractFiles.Read("examples-backend/influx-line.js"), code);
    }

    private static async Task<string> ConvertAsync(string file, string kind, string example)
    {
        string topic = example == "data-rel.json" ? "ulm/v1/donau-07/data-rel/json" : "ulm/v1/donau-07/data/json";
        string input = $$"""{"topic":"{{topic}}","pack":{{ContractFiles.Read($"examples/{example}")}}}""";
        (int exitCode, string output) = await NodeTools.RunAsync(
            "examples-backend.js", input, ContractFiles.PathOf($"examples-backend/{file}"), kind);
        Assert.True(exitCode == 0, output);
        return output;
    }
}
