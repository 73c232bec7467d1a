using System.Globalization;
using System.Text;
using System.Text.Json;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Interop;

/// <summary>The contract's examples for backends, with all that a street published delivered twice.</summary>
[Collection(nameof(InteropRuns))]
public sealed class DatabaseTests
{
    private const string ReadAll = """
        select node, epoch, sample, name, extract(epoch from time)::bigint, value from ulmedge_value order by node, epoch, sample, name;
        """;

    [Fact]
    public async Task PostgreSql_has_every_value_once()
    {
        await using Mosquitto mosquitto = await Mosquitto.StartAsync(withPassword: false);
        await using PostgreSqlDatabase database = await PostgreSqlDatabase.StartAsync();
        Traffic traffic = await Traffic.OfStreetAsync(mosquitto.Address);
        await database.RunAsync(await File.ReadAllTextAsync(Example("postgresql.sql")));
        string take = string.Join('\n', traffic.Packs.Select(TakeStatement));
        string[] first = await database.RunAsync(take);
        string[] second = await database.RunAsync(take);
        Assert.DoesNotContain("0", first);
        Assert.All(second, count => Assert.Equal("0", count));
        string[] rows = await database.RunAsync(ReadAll);
        traffic.AssertEachOnce(rows.Select(row => row.Split(',')).Select(cells => new StoredValue(
            cells[0], Whole(cells[1]), Whole(cells[2]), cells[3], Whole(cells[4]), decimal.Parse(cells[5], CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task Node_red_writes_every_value_to_influxdb_once()
    {
        string folder = Parts.NeedNodePackage("node-red");
        await using Mosquitto mosquitto = await Mosquitto.StartAsync(withPassword: false);
        await using InfluxDatabase influx = await InfluxDatabase.StartAsync();
        await using NodeRed flow = await NodeRed.StartAsync(folder, Example("node-red-flow.json"), mosquitto.Address, influx.WriteUrl);
        Traffic traffic = await Traffic.OfStreetAsync(mosquitto.Address);
        await traffic.RepeatAsync(mosquitto.Address);
        await Eventually.HoldsAsync(() => influx.WritesAsync().Result >= 2 * traffic.Packs.Count, "every pack was written twice");
        Dictionary<string, JsonElement>[] points = await influx.QueryAsync("SELECT * FROM ulmedge");
        traffic.AssertEachOnce(points.Select(point => new StoredValue(
            point["node"].GetString()!,
            point["epoch"].GetInt32(),
            point["sample"].GetInt32(),
            point["name"].GetString()!,
            point["time"].GetInt64(),
            point["value"].GetDecimal())));
    }

    private static string Example(string file) => Path.Combine(Tidy.Sources.Root, "firmware", "Contract", "examples-backend", file);

    private static string TakeStatement((string Topic, byte[] Payload) pack) =>
        $"select ulmedge_take('{pack.Topic}', '{Encoding.UTF8.GetString(pack.Payload)}'::jsonb);";

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
