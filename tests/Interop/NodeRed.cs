using System.Globalization;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Tests.Interop;

/// <summary>A Node-RED without editor that runs one flow.</summary>
internal sealed class NodeRed : IAsyncDisposable
{
    private const string Settings = """
        module.exports = {
            uiHost: "127.0.0.1", httpAdminRoot: false, httpNodeRoot: false, credentialSecret: false,
            telemetry: { enabled: false }, logging: { console: { level: "info" } }
        };
        """;

    private readonly DirectoryInfo _folder = ServerProcess.NewFolder("node-red");
    private readonly ServerProcess _process;

    private NodeRed(string folder) => _process = new ServerProcess(
        Parts.Need("node", "nodejs.org"),
        Path.Combine(folder, "node_modules", "node-red", "red.js"),
        "--userDir",
        _folder.FullName,
        "--settings",
        Path.Combine(_folder.FullName, "settings.js"),
        "--port",
        FreePorts.Take(1)[0].ToString(CultureInfo.InvariantCulture),
        Path.Combine(_folder.FullName, "flow.json"));

    /// <summary>Starts a flow and waits until it is connected with its broker.</summary>
    public static async Task<NodeRed> StartAsync(string folder, string flow, BrokerAddress broker, string writeUrl)
    {
        NodeRed red = new(folder);
        File.Copy(flow, Path.Combine(red._folder.FullName, "flow.json"));
        await File.WriteAllTextAsync(Path.Combine(red._folder.FullName, "settings.js"), Settings);
        red._process.Environment["ULMEDGE_MQTT_HOST"] = broker.Host;
        red._process.Environment["ULMEDGE_MQTT_PORT"] = broker.Port.ToString(CultureInfo.InvariantCulture);
        red._process.Environment["ULMEDGE_INFLUX_WRITE"] = writeUrl;
        await red._process.StartAsync(() => red._process.Output.Contains("Connected to broker"), "the flow is connected");
        return red;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
