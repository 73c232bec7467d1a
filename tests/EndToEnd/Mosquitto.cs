using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>A real Mosquitto on a free loopback port, with configuration and store in a folder of its own.</summary>
internal sealed class Mosquitto : IAsyncDisposable
{
    public const string User = "anna";
    public const string Password = "p@ss/w:rd%";

    private readonly string _program;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ulmedge-mosquitto-");
    private Process? _process;

    private Mosquitto(string program) => _program = program;

    /// <summary>Where it listens.</summary>
    public int Port { get; } = FreePort();

    /// <summary>Starts one; skips the calling test, with a sentence, where there is none.</summary>
    public static async Task<Mosquitto> StartAsync(bool withPassword)
    {
        string? program = Find("mosquitto");
        if (program is null)
        {
            string sentence = "needs a real broker: apt-get install mosquitto";
            Assert.True(Environment.GetEnvironmentVariable("ULMEDGE_REQUIRE_ALL") != "1", sentence);
            Assert.Skip(sentence);
        }

        Mosquitto broker = new(program);
        await broker.ConfigureAsync(withPassword);
        await broker.StartAsync();
        return broker;
    }

    /// <summary>Starts it, again if it was stopped.</summary>
    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo(_program, ["-c", PathOf("mosquitto.conf")])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        await Eventually.HoldsAsync(CanConnect, $"mosquitto listens on port {Port}");
    }

    /// <summary>Stops it as the system would, so that it keeps its sessions.</summary>
    public async Task StopAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    // Daemons live in sbin, which is not on everybody's path.
    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .Append("/usr/sbin")
        .Append("/usr/local/sbin")
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    private async Task ConfigureAsync(bool withPassword)
    {
        string[] access = withPassword
            ? ["allow_anonymous false", $"password_file {PathOf("passwords")}"]
            : ["allow_anonymous true"];
        await File.WriteAllLinesAsync(
            PathOf("mosquitto.conf"),
            [
                $"listener {Port} 127.0.0.1",
                .. access,
                "persistence true",
                $"persistence_location {_folder.FullName}/",
                "max_queued_messages 0",
                $"user {Environment.UserName}",
            ]);
        if (withPassword)
        {
            string make = Find("mosquitto_passwd") ?? Path.Combine("/usr/bin", "mosquitto_passwd");
            using Process process = Process.Start(make, ["-c", "-b", PathOf("passwords"), User, Password]);
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
        }
    }

    private bool CanConnect()
    {
        try
        {
            using TcpClient client = new();
            client.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
