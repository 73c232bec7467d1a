using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Provisioning;

/// <summary>A fleet in a folder of its own, provisioned by the program itself.</summary>
internal sealed class FleetBench : IDisposable
{
    /// <summary>Marks every secret that a user gives; a marked text must not be met where it does not belong.</summary>
    public const string Mark = "GEHEIM";

    public const string Broker = "broker.street.example";

    private readonly string _folder = Directory.CreateTempSubdirectory("ulmedge-fleet-").FullName;

    public FleetBench(int nodes, string scheme = "mqtts", int port = 8883)
    {
        File.WriteAllText(PathOf("fleet.csv"), string.Concat(
        [
            "id,place,latitude,longitude,board,port,sensors,broker,credentials,sampleSeconds,batchSeconds\n",
            .. Enumerable.Range(0, nodes).Select(i =>
                $"{IdOf(i)},Straße {i},48.{i + 10},9.{i + 10},esp32-devkit,/dev/ttyUSB{i % 4},bme280,"
                + $"{scheme}://{Broker}:{port},city,10,60\n"),
        ]));
        File.WriteAllText(PathOf("secrets.csv"), $"credentials,ssid,password\ncity,Stadt{Mark},wlan-{Mark}\n");
    }

    public static string IdOf(int node) => $"pole-{node:d2}";

    public string Out => PathOf("out");

    public string PathOf(string name) => Path.Combine(_folder, name);

    public string Read(string name) => File.ReadAllText(Path.Combine(Out, name));

    public void Change(string name, string from, string to)
    {
        Assert.Contains(from, Read(name));
        File.WriteAllText(Path.Combine(Out, name), Read(name).Replace(from, to));
    }

    /// <summary>Runs the verb.</summary>
    public Task<ProgramRun> ProvisionAsync(string options = "") => ProgramRun.OfAsync(
        $"provision --fleet {PathOf("fleet.csv")} --secrets {PathOf("secrets.csv")} --out {Out} {options}".TrimEnd());

    public string PasswordOf(string user) => user is "backend" or "reader"
        ? Read("broker/users.txt").Split('\n').Single(line => line.StartsWith($"{user}=", StringComparison.Ordinal))[(user.Length + 1)..]
        : System.Text.Json.JsonDocument.Parse(Read($"nodes/{user}/ulmedge.json")).RootElement
            .GetProperty("brokers")[0].GetProperty("password").GetString()!;

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
