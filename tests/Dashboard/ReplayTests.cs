using System.Text.Json;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Runners;
using UlmEdge.Simulator.Weather;
using UlmEdge.Simulator.Worlds;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Dashboard;

/// <summary>A seeded world is seen on the page, and is the same world as without one.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task A_world_stays_on_the_page_with_its_faults_until_told_to_end()
    {
        using StringWriter output = new();
        TextWriter safe = TextWriter.Synchronized(output);
        using CancellationTokenSource stop = new();
        string[] words = "soak --seed 4711 --days 1 --nodes 2 --show".Split(' ');
        Task<int> running = new CommandLine(safe, TextWriter.Null, null).RunAsync(words, stop.Token);
        await Eventually.HoldsAsync(() => Written(output, safe).Contains("stays on the page"), "the world is over");
        Uri address = new(Written(output, safe).Split('\n')[0]["Dashboard: ".Length..].Trim());
        using HttpClient client = new();
        JsonElement street = await GetAsync(client, new Uri(address, "/api/street"));
        Assert.Equal("soak --seed 4711", street.GetProperty("replay").GetString());
        JsonElement[] nodes = [.. street.GetProperty("nodes").EnumerateArray()];
        Assert.Equal(2, nodes.Length);
        Assert.All(nodes, node => Assert.True(node.GetProperty("samples").GetInt32() > 500));
        JsonElement shown = await GetAsync(client, new Uri(address, $"/api/nodes/{Streets.At(0).Id}"));
        WorldPlan plan = WorldPlan.Draw(4711, 1, 2, FaultIntensity.Usual, null);
        Assert.Equal(plan.Faults.Count(fault => fault.Strikes(0)), shown.GetProperty("faults").GetArrayLength());
        Assert.Equal(plan.StartUnixMs + plan.Faults.First(fault => fault.Strikes(0)).StartMs, shown.GetProperty("faults")[0][0].GetInt64());
        await stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [Fact]
    public void Who_listens_changes_nothing()
    {
        WorldPlan plan = WorldPlan.Draw(7, 1, 1, FaultIntensity.Usual, null);
        int heard = 0;
        ulong with = World.Run(plan with { Overhear = (_, _, _) => heard++ }, CancellationToken.None).Fingerprint;
        Assert.Equal(World.Run(plan, CancellationToken.None).Fingerprint, with);
        Assert.True(heard > 50);
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, Uri address) =>
        JsonDocument.Parse(await client.GetStringAsync(address, TestContext.Current.CancellationToken)).RootElement;

    private static string Written(StringWriter output, TextWriter gate)
    {
        lock (gate)
        {
            return output.ToString();
        }
    }
}
