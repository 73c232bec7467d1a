using System.Security.Cryptography;

namespace UlmEdge.Simulator.Provisioning;

/// <summary>Makes of a fleet everything that its nodes, its broker and its technicians need, in one folder.</summary>
/// <param name="folder">The folder. What is kept there from before stays: passwords and the authority.</param>
internal sealed class Provisioner(OutputFolder folder)
{
    private const string UsersName = "broker/users.txt";
    private const int PasswordBytes = 18;

    private int _kept;
    private int _made;

    /// <summary>The certificate of an authority that is to replace the first one, or null; nodes trust both.</summary>
    public string? Next { get; init; }

    /// <summary>Writes it all.</summary>
    /// <param name="nodes">The fleet.</param>
    /// <param name="secrets">The Wi-Fi by credentials reference.</param>
    /// <param name="trusted">The certificate of an authority of one's own as PEM, or null to have one made.</param>
    /// <param name="now">The time, for certificates.</param>
    /// <returns>What was done, a sentence each.</returns>
    public IReadOnlyList<string> Write(
        IReadOnlyList<FleetNode> nodes, IReadOnlyDictionary<string, WifiSecret> secrets, string? trusted, DateTimeOffset now)
    {
        List<string> done = [];
        Dictionary<string, string> users = ReadUsers();
        MosquittoPasswords passwords = new();
        foreach (string user in nodes.Select(node => node.Id).Append(Broker.Backend).Append(Broker.Reader))
        {
            passwords.Set(user, PasswordOf(users, user));
        }

        string? authority = WriteAuthority(nodes, trusted, now, done);
        foreach (FleetNode node in nodes)
        {
            WriteNode(node, users[node.Id], secrets[node.Credentials], authority);
        }

        WriteBroker(nodes, users, passwords);
        folder.Write("provision.sh", Scripts.Bash(nodes), isProgram: true);
        folder.Write("provision.ps1", Scripts.PowerShell(nodes));
        folder.Write("labels.html", LabelSheet.Html(nodes));
        done.Add($"{nodes.Count} nodes in {Path.Combine(folder.Root, "nodes")}; {_made} passwords are new, {_kept} kept from before.");
        return done;
    }

    private void WriteNode(FleetNode node, string password, WifiSecret wifi, string? authority)
    {
        string name = $"nodes/{node.Id}/";
        List<string> trust = [];
        if (authority is not null)
        {
            trust.Add(NodeFiles.CertificateName);
            folder.Write(name + NodeFiles.CertificateName, authority);
        }

        if (authority is not null && Next is not null)
        {
            trust.Add(NodeFiles.NextCertificateName);
            folder.Write(name + NodeFiles.NextCertificateName, Next);
        }

        folder.Write(name + "ulmedge.json", NodeFiles.Configuration(node, password, trust));
        folder.Write(name + "wifi.json", NodeFiles.Network(node, wifi));
        folder.Write(name + "files.json", NodeFiles.Files(node, trust));
    }

    private string? WriteAuthority(IReadOnlyList<FleetNode> nodes, string? trusted, DateTimeOffset now, List<string> done)
    {
        string[] hosts = [.. nodes.SelectMany(node => node.Brokers)
            .Where(broker => broker.IsEncrypted).Select(broker => broker.Host).Distinct()];
        return hosts.Length == 0 ? null : new AuthorityFiles(folder).Write(hosts, trusted, now, done);
    }

    private void WriteBroker(
        IReadOnlyList<FleetNode> nodes, Dictionary<string, string> users, MosquittoPasswords passwords)
    {
        folder.Write("broker/passwords", passwords.ToString());
        folder.Write("broker/acl", MosquittoRights.ForFleet);
        folder.Write(UsersName, $"{Broker.Backend}={users[Broker.Backend]}\n{Broker.Reader}={users[Broker.Reader]}\n");
        folder.Write("broker/mosquitto.conf", MosquittoConfiguration.For(nodes[0].Brokers[0]));
    }

    // Passwords of nodes stand in their own files; a fleet that grows must not lock out the nodes that hang already.
    private string PasswordOf(Dictionary<string, string> users, string user)
    {
        if (!users.TryGetValue(user, out string? password))
        {
            password = folder.Read($"nodes/{user}/ulmedge.json") is { } before ? PasswordIn(before) : null;
        }

        _kept += password is null ? 0 : 1;
        _made += password is null ? 1 : 0;
        return users[user] = password
            ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(PasswordBytes)).Replace('+', '-').Replace('/', '_');
    }

    private static string? PasswordIn(string configuration)
    {
        try
        {
            return System.Text.Json.Nodes.JsonNode.Parse(configuration)?["brokers"]?[0]?["password"]?.GetValue<string>();
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private Dictionary<string, string> ReadUsers() => (folder.Read(UsersName) ?? string.Empty)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('=', 2))
        .Where(parts => parts.Length == 2)
        .ToDictionary(parts => parts[0], parts => parts[1]);
}
