using UlmEdge.Simulator.Network;

namespace UlmEdge.Tests.Interop;

/// <summary>A RabbitMQ with its MQTT plugin, on ports and under a name of its own.</summary>
/// <remarks>The script of the package changes to the user rabbitmq; the server itself runs as whoever starts it.</remarks>
public sealed class RabbitMq : IBrokerUnderTest, IAsyncDisposable
{
    private readonly DirectoryInfo _folder = ServerProcess.NewFolder("rabbitmq");
    private readonly int[] _ports = FreePorts.Take(3);
    private ServerProcess? _names;
    private ServerProcess? _server;

    /// <inheritdoc/>
    BrokerAddress IBrokerUnderTest.Address => Address;

    /// <inheritdoc/>
    IReadOnlyList<BrokerAddress> IBrokerUnderTest.NodeAddresses => [Address];

    /// <inheritdoc/>
    bool IBrokerUnderTest.IsCluster => false;

    /// <summary>Where it listens for MQTT.</summary>
    internal BrokerAddress Address => new("127.0.0.1", _ports[0]);

    /// <summary>Starts it, unless it runs already; skips the calling test, with a sentence, where there is none.</summary>
    internal async Task OpenAsync()
    {
        if (_server is not null)
        {
            return;
        }

        const string install = "apt-get install rabbitmq-server";
        string epmd = Parts.Need("epmd", install);
        string program = Path.Combine("/usr/lib/rabbitmq/bin", "rabbitmq-server");
        if (!File.Exists(program))
        {
            Parts.Missing($"needs {program}: {install}");
        }

        await ConfigureAsync();

        // Left to itself, the server starts a daemon for names that outlives it.
        _names = new ServerProcess(epmd, "-port", $"{_ports[1]}", "-address", "127.0.0.1");
        await _names.StartAsync(() => FreePorts.IsTaken(_ports[1]), "epmd listens");
        _server = new ServerProcess(program);
        foreach ((string name, string value) in ServerEnvironment())
        {
            _server.Environment[name] = value;
        }

        await StartServerAsync();
    }

    /// <inheritdoc/>
    Task IBrokerUnderTest.KillAsync() => _server!.KillAsync();

    /// <inheritdoc/>
    Task IBrokerUnderTest.StartAsync() => StartServerAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
            await _names!.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private Task StartServerAsync() =>
        _server!.StartAsync(() => FreePorts.IsTaken(_ports[0]), $"RabbitMQ listens on port {_ports[0]}");

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    private async Task ConfigureAsync()
    {
        await File.WriteAllTextAsync(PathOf("enabled_plugins"), "[rabbitmq_mqtt].\n");
        await File.WriteAllLinesAsync(
            PathOf("rabbitmq.conf"),
            [
                "listeners.tcp = none",
                $"mqtt.listeners.tcp.1 = 127.0.0.1:{_ports[0]}",
                "mqtt.allow_anonymous = true",
                "mqtt.prefetch = 100",
                "distribution.listener.interface = 127.0.0.1",
                $"distribution.listener.port_range.min = {_ports[2]}",
                $"distribution.listener.port_range.max = {_ports[2]}",
                "log.file = false",
                "log.console = true",
                "log.console.level = warning",
            ]);
    }

    private Dictionary<string, string> ServerEnvironment() => new()
    {
        ["HOME"] = _folder.FullName, // It keeps its cookie there.
        ["ERL_EPMD_PORT"] = $"{_ports[1]}",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODENAME"] = $"ulmedge{_ports[0]}@localhost",
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_CONFIG_FILE"] = PathOf("rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = PathOf("none"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = PathOf("enabled_plugins"),
        ["RABBITMQ_FEATURE_FLAGS_FILE"] = PathOf("feature_flags"),
        ["RABBITMQ_MNESIA_BASE"] = _folder.FullName,
        ["RABBITMQ_LOG_BASE"] = _folder.FullName,
        ["RABBITMQ_PID_FILE"] = PathOf("pid"),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+sbwt none",
    };
}
