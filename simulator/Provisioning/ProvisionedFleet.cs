using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using UlmEdge.Core.Configuration;

namespace UlmEdge.Simulator.Provisioning;

/// <summary>A fleet as <c>provision</c> has written it, to be brought to life on virtual boards and an embedded broker.</summary>
internal sealed class ProvisionedFleet
{
    private ProvisionedFleet(string path, IReadOnlyList<ProvisionedNode> nodes)
    {
        Nodes = nodes;
        Passwords = MosquittoPasswords.Read(File.ReadAllText(Path.Combine(path, "broker", "passwords")));
        Rights = MosquittoRights.Read(File.ReadAllText(Path.Combine(path, "broker", "acl")));
        BackendPassword = File.ReadLines(Path.Combine(path, "broker", "users.txt"))
            .First(line => line.StartsWith(Broker.Backend + "=", StringComparison.Ordinal))[(Broker.Backend.Length + 1)..];
        string broker = Path.Combine(path, "broker");
        if (File.Exists(Path.Combine(broker, AuthorityFiles.TrustedName)))
        {
            string[] needed = [AuthorityFiles.ServerName, AuthorityFiles.ServerKeyName];
            if (needed.FirstOrDefault(name => !File.Exists(Path.Combine(broker, name))) is { } missing)
            {
                throw new FormatException($"{broker} lacks {missing}; put the broker's certificate and its key there as "
                    + string.Join(" and ", needed));
            }

            using X509Certificate2 fresh = X509Certificate2.CreateFromPemFile(
                Path.Combine(broker, AuthorityFiles.ServerName), Path.Combine(broker, AuthorityFiles.ServerKeyName));
            // A key that came from PEM is not kept long enough for every system's TLS.
            Certificate = X509CertificateLoader.LoadPkcs12(fresh.Export(X509ContentType.Pkcs12), null);
        }
    }

    /// <summary>The nodes, by id.</summary>
    public IReadOnlyList<ProvisionedNode> Nodes { get; }

    /// <summary>Who may connect.</summary>
    public MosquittoPasswords Passwords { get; }

    /// <summary>Who may do what.</summary>
    public MosquittoRights Rights { get; }

    /// <summary>The backend's password.</summary>
    public string BackendPassword { get; }

    /// <summary>The broker's certificate with its key, or null for a fleet without TLS.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>Every host that a node has as a broker.</summary>
    public IEnumerable<string> Hosts => Nodes.SelectMany(HostsOf).Distinct();

    /// <summary>Reads a folder.</summary>
    /// <exception cref="FormatException">It is none of <c>provision</c>, or a file in it is wrong; the message says which.</exception>
    public static ProvisionedFleet Read(string path)
    {
        try
        {
            string folder = Path.Combine(path, "nodes");
            ProvisionedNode[] nodes = [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(ReadNode)];
            return nodes.Length > 0 ? new ProvisionedFleet(path, nodes) : throw new FormatException($"{folder} has no nodes");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or CryptographicException
            or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"{path} is no folder that provision has written ({error.Message})");
        }
    }

    private static ProvisionedNode ReadNode(string folder)
    {
        JsonElement files = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "files.json"))).RootElement;
        JsonElement wifi = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "wifi.json")))
            .RootElement.GetProperty("WirelessClient");
        return new ProvisionedNode(
            Path.GetFileName(folder),
            files.GetProperty("files").EnumerateArray().ToDictionary(
                file => file.GetProperty("DestinationFilePath").GetString()!,
                file => File.ReadAllBytes(Path.Combine(folder, file.GetProperty("SourceFilePath").GetString()!))),
            new WifiSecret(wifi.GetProperty("Ssid").GetString()!, wifi.GetProperty("Password").GetString()!));
    }

    private static IEnumerable<string> HostsOf(ProvisionedNode node)
    {
        byte[] file = node.Files.GetValueOrDefault(@"I:\ulmedge.json", []);
        return ConfigurationReader.Read(file, file.Length, "0123456789ab", new Complaints()).Brokers.Select(broker => broker.Host);
    }
}
