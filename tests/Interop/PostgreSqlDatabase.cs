using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Interop;

/// <summary>A PostgreSQL with a cluster of its own in a folder of its own.</summary>
internal sealed class PostgreSqlDatabase : IAsyncDisposable
{
    private const string Install = "apt-get install postgresql";
    private const string Owner = "postgres";

    private readonly DirectoryInfo _folder = ServerProcess.NewFolder("postgresql");
    private readonly int _port = FreePorts.Take(1)[0];
    private readonly ServerProcess _server;
    private readonly string _psql = Parts.Need("psql", Install);

    private PostgreSqlDatabase()
    {
        string[] start = AsOwner(Parts.Need("postgres", Install));
        string[] arguments =
        [
            "-D", PathOf("data"), "-k", _folder.FullName, "-p", $"{_port}",
            "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off",
        ];
        _server = new ServerProcess(start[0], [.. start[1..], .. arguments]);
    }

    /// <summary>Starts one; skips the calling test, with a sentence, where there is none.</summary>
    public static async Task<PostgreSqlDatabase> StartAsync()
    {
        string[] create = AsOwner(Parts.Need("initdb", Install));
        PostgreSqlDatabase database = new();
        if (Environment.UserName == "root")
        {
            await Tool.RunAsync("chown", [Owner, database._folder.FullName]);
        }

        await Tool.RunAsync(create[0], [.. create[1..], "-D", database.PathOf("data"), "-A", "trust", "-U", Owner, "-N"]);
        await database._server.StartAsync(() => FreePorts.IsTaken(database._port), "PostgreSQL listens");
        await Eventually.HoldsAsync(() => database._server.Output.Contains("ready to accept"), "PostgreSQL is ready");
        return database;
    }

    /// <summary>Runs statements, and stops at the first that fails.</summary>
    /// <returns>The rows, fields separated by commas.</returns>
    public Task<string[]> RunAsync(string statements) => Tool.RunAsync(
        _psql,
        ["-h", "127.0.0.1", "-p", $"{_port}", "-U", Owner, "-X", "-q", "-A", "-t", "-F", ",", "-v", "ON_ERROR_STOP=1"],
        statements);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    // It refuses to run as root.
    private static string[] AsOwner(string program) => Environment.UserName == "root"
        ? [Parts.Need("setpriv", "apt-get install util-linux"), $"--reuid={Owner}", $"--regid={Owner}", "--clear-groups", program]
        : [program];

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);
}
