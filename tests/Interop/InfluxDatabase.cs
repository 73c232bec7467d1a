using System.Text.Json;

namespace UlmEdge.Tests.Interop;

/// <summary>An InfluxDB 1.x with one database, in a folder of its own.</summary>
internal sealed class InfluxDatabase : IAsyncDisposable
{
    /// <summary>The database's name.</summary>
    public const string Name = "ulmedge";

    private readonly DirectoryInfo _folder = ServerProcess.NewFolder("influxdb");
    private readonly int[] _ports = FreePorts.Take(2);
    private readonly HttpClient _http = new();
    private readonly ServerProcess _server;

    private InfluxDatabase(string program) => _server = new ServerProcess(program, "run", "-config", PathOf("influxdb.conf"));

    /// <summary>Where lines are written.</summary>
    public string WriteUrl => $"{Url}/write?db={Name}&precision=s";

    private string Url => $"http://127.0.0.1:{_ports[0]}";

    /// <summary>Starts one; skips the calling test, with a sentence, where there is none.</summary>
    public static async Task<InfluxDatabase> StartAsync()
    {
        InfluxDatabase influx = new(Parts.Need("influxd", "apt-get install influxdb"));
        await File.WriteAllTextAsync(influx.PathOf("influxdb.conf"), influx.Configuration());
        await influx._server.StartAsync(() => FreePorts.IsTaken(influx._ports[0]), "InfluxDB listens");
        using FormUrlEncodedContent create = new([KeyValuePair.Create("q", $"CREATE DATABASE {Name}")]);
        using HttpResponseMessage response = await influx._http.PostAsync($"{influx.Url}/query", create);
        response.EnsureSuccessStatusCode();
        return influx;
    }

    /// <summary>How many requests to write have been answered.</summary>
    public async Task<int> WritesAsync()
    {
        using JsonDocument state = JsonDocument.Parse(await _http.GetStringAsync($"{Url}/debug/vars"));
        return state.RootElement.EnumerateObject()
            .Where(part => part.Name.StartsWith("httpd", StringComparison.Ordinal))
            .Sum(part => part.Value.GetProperty("values").GetProperty("writeReq").GetInt32());
    }

    /// <summary>The rows that a query yields, each as its columns.</summary>
    public async Task<Dictionary<string, JsonElement>[]> QueryAsync(string query)
    {
        string answer = await _http.GetStringAsync($"{Url}/query?db={Name}&epoch=s&q={Uri.EscapeDataString(query)}");
        JsonElement series = JsonDocument.Parse(answer).RootElement.GetProperty("results")[0].GetProperty("series")[0];
        string[] columns = [.. series.GetProperty("columns").EnumerateArray().Select(column => column.GetString()!)];
        return [.. series.GetProperty("values").EnumerateArray()
            .Select(row => columns.Zip(row.EnumerateArray()).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    private string Configuration() => $"""
        reporting-disabled = true
        bind-address = "127.0.0.1:{_ports[1]}"
        [meta]
          dir = "{PathOf("meta")}"
        [data]
          dir = "{PathOf("data")}"
          wal-dir = "{PathOf("wal")}"
        [http]
          bind-address = "127.0.0.1:{_ports[0]}"
          log-enabled = false
        [monitor]
          store-enabled = false
        """;
}
