using System.Diagnostics;
using UlmEdge.Simulator.Network;
using UlmEdge.Tests.Interop;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>A real Mosquitto on a free loopback port, with configuration and store in a folder of its own.</summary>
internal sealed class Mosquitto : IBrokerUnderTest, IAsyncDisposable
{
    public const string User = "anna";
    public const string Password = "p@ss/w:rd%";

    /// <summary>A second user, with the same password.</summary>
    public const string Backend = "backend";

    private readonly DirectoryInfo _folder = ServerProcess.NewFolder("mosquitto");
    private readonly ServerProcess _process;

    private Mosquitto(string program) => _process = new ServerProcess(program, "-c", PathOf("mosquitto.conf"));

    /// <summary>Where it listens.</summary>
    public int Port { get; } = FreePorts.Take(1)[0];

    /// <inheritdoc/>
    public BrokerAddress Address => new("127.0.0.1", Port);

    /// <inheritdoc/>
    public IReadOnlyList<BrokerAddress> NodeAddresses => [Address];

    /// <inheritdoc/>
    public bool IsCluster => false;

    /// <summary>Starts one; skips the calling test, with a sentence, where there is none.</summary>
    /// <param name="withPassword">Whether it wants user and password.</param>
    /// <param name="rights">Lines of an access control list; none for no list.</param>
    public static async Task<Mosquitto> StartAsync(bool withPassword, params string[] rights)
    {
        Mosquitto broker = new(Parts.Need("mosquitto", "apt-get install mosquitto"));
        await broker.ConfigureAsync(withPassword, rights);
        await broker.StartAsync();
        return broker;
    }

    /// <summary>Starts one with TLS; skips the calling test, with a sentence, where there is none.</summary>
    /// <param name="clients">The authority of which clients must have a certificate, or null if they need none.</param>
    public static async Task<Mosquitto> StartEncryptedAsync((string Certificate, string Key) server, string? clients = null)
    {
        Mosquitto broker = new(Parts.Need("mosquitto", "apt-get install mosquitto"));
        await broker.ConfigureAsync(false, []);
        await broker.CertifyAsync(server);
        string[] demands = clients is null ? [] : ["require_certificate true", $"cafile {broker.PathOf("clients.pem")}"];
        await File.WriteAllTextAsync(broker.PathOf("clients.pem"), clients ?? "");
        await File.AppendAllLinesAsync(
            broker.PathOf("mosquitto.conf"),
            [$"certfile {broker.PathOf("server.pem")}", $"keyfile {broker.PathOf("server.key")}", .. demands]);
        await broker.StartAsync();
        return broker;
    }

    /// <summary>Gives it a certificate, which it uses from its next start on.</summary>
    public async Task CertifyAsync((string Certificate, string Key) server)
    {
        await File.WriteAllTextAsync(PathOf("server.pem"), server.Certificate);
        await File.WriteAllTextAsync(PathOf("server.key"), server.Key);
    }

    /// <summary>Starts it, again if it was stopped.</summary>
    public Task StartAsync() => _process.StartAsync(() => FreePorts.IsTaken(Port), $"mosquitto listens on port {Port}");

    /// <summary>Stops it as the system would, so that it keeps its sessions.</summary>
    public Task StopAsync() => _process.StopAsync();

    /// <inheritdoc/>
    public Task KillAsync() => _process.KillAsync();

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    private async Task ConfigureAsync(bool withPassword, string[] rights)
    {
        string[] access = withPassword
            ? ["allow_anonymous false", $"password_file {PathOf("passwords")}"]
            : ["allow_anonymous true"];
        string[] list = rights.Length > 0 ? [$"acl_file {PathOf("rights")}"] : [];
        await File.WriteAllLinesAsync(PathOf("rights"), rights);
        await File.WriteAllLinesAsync(
            PathOf("mosquitto.conf"),
            [
                $"listener {Port} 127.0.0.1",
                .. access,
                .. list,
                "persistence true",
                $"persistence_location {_folder.FullName}/",
                "autosave_on_changes true",
                "autosave_interval 1",
                "max_queued_messages 0",
                "max_inflight_messages 0",
                $"user {Environment.UserName}",
            ]);
        if (withPassword)
        {
            await AddAsync(User, isFirst: true);
            await AddAsync(Backend, isFirst: false);
        }
    }

    private async Task AddAsync(string user, bool isFirst)
    {
        string make = Parts.Need("mosquitto_passwd", "apt-get install mosquitto");
        string[] create = isFirst ? ["-c"] : [];
        using Process process = Process.Start(make, [.. create, "-b", PathOf("passwords"), user, Password]);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
