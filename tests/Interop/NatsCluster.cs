using System.Net;
using UlmEdge.Simulator.Network;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Interop;

/// <summary>Three nats-servers with MQTT and JetStream, each message kept by all three.</summary>
/// <remarks>
/// Each subscription's place in the stream is kept by one member only (consumer_replicas). With nats-server 2.9.10 and its
/// default, all three, a subscription missed messages that had been acknowledged in about one run of three, after a member
/// was killed and came back; another subscription of the same topics had them. What was under way comes again after ack_wait.
/// </remarks>
public sealed class NatsCluster : IBrokerUnderTest, IAsyncDisposable
{
    private const int Members = 3;
    private const int Killed = 1;
    private const int Monitored = 0;

    private readonly DirectoryInfo _folder = ServerProcess.NewFolder("nats");
    private readonly int[] _mqttPorts = FreePorts.Take(4 * Members);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private ServerProcess[] _members = [];

    /// <inheritdoc/>
    BrokerAddress IBrokerUnderTest.Address => AddressOf(Monitored);

    /// <inheritdoc/>
    IReadOnlyList<BrokerAddress> IBrokerUnderTest.NodeAddresses => Addresses;

    /// <inheritdoc/>
    bool IBrokerUnderTest.IsCluster => true;

    /// <summary>Where the members listen for MQTT.</summary>
    internal IReadOnlyList<BrokerAddress> Addresses => [.. Enumerable.Range(0, Members).Select(AddressOf)];

    /// <summary>Starts it, unless it runs already; skips the calling test, with a sentence, where there is none.</summary>
    internal async Task OpenAsync()
    {
        if (_members.Length > 0)
        {
            return;
        }

        string program = Parts.Need("nats-server", "apt-get install nats-server");
        for (int member = 0; member < Members; member++)
        {
            await File.WriteAllTextAsync(ConfigurationOf(member), Configuration(member));
        }

        _members = [.. Enumerable.Range(0, Members).Select(member => new ServerProcess(program, "-c", ConfigurationOf(member)))];
        await Task.WhenAll(Enumerable.Range(0, Members).Select(StartMemberAsync));
    }

    /// <summary>Kills one member.</summary>
    async Task IBrokerUnderTest.KillAsync() => await _members[Killed].KillAsync();

    /// <summary>Starts that member again.</summary>
    Task IBrokerUnderTest.StartAsync() =>
        _members[Killed].StartAsync(() => FreePorts.IsTaken(PortOf(0, Killed)), $"member {Killed} of the cluster listens");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (ServerProcess member in _members)
        {
            await member.DisposeAsync();
        }

        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    private BrokerAddress AddressOf(int member) => new("127.0.0.1", PortOf(0, member));

    // The first three are for MQTT, then come NATS itself, the cluster's routes, and the answer to whether all is well.
    private int PortOf(int kind, int member) => _mqttPorts[(kind * Members) + member];

    private string ConfigurationOf(int member) => Path.Combine(_folder.FullName, $"member{member}.conf");

    private string Configuration(int member) => $$"""
        server_name: member{{member}}
        listen: "127.0.0.1:{{PortOf(1, member)}}"
        http: "127.0.0.1:{{PortOf(3, member)}}"
        mqtt {
          listen: "127.0.0.1:{{PortOf(0, member)}}"
          ack_wait: "2s"
          consumer_replicas: 1
        }
        jetstream { store_dir: "{{Path.Combine(_folder.FullName, $"member{member}")}}" }
        cluster {
          name: ulm
          listen: "127.0.0.1:{{PortOf(2, member)}}"
          routes: [{{string.Join(", ", Enumerable.Range(0, Members).Select(other => $"\"nats://127.0.0.1:{PortOf(2, other)}\""))}}]
        }
        """;

    private Task StartMemberAsync(int member) =>
        _members[member].StartAsync(() => IsHealthy(member), $"member {member} of the cluster is well");

    // It is well once all three have found one another.
    private bool IsHealthy(int member)
    {
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Get, $"http://127.0.0.1:{PortOf(3, member)}/healthz");
            using HttpResponseMessage response = _http.Send(request);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
