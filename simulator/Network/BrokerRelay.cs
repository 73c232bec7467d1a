using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace UlmEdge.Simulator.Network;

/// <summary>A TCP relay in front of a broker, on the loopback interface: the way to the broker, where things can go wrong.</summary>
public sealed class BrokerRelay : IAsyncDisposable
{
    private readonly BrokerAddress _broker;
    private readonly ConcurrentDictionary<string, LinkFaults> _faults = new();
    private readonly ConcurrentDictionary<RelayedConnection, Task> _connections = new();
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private Task _accepting = Task.CompletedTask;

    /// <summary>A relay that listens on a port that the system chooses.</summary>
    public BrokerRelay(BrokerAddress broker)
    {
        _broker = broker;
        Open();
        Address = new BrokerAddress(IPAddress.Loopback.ToString(), ((IPEndPoint)_listener.LocalEndpoint).Port);
    }

    /// <summary>Where it listens.</summary>
    public BrokerAddress Address { get; }

    /// <summary>What goes wrong for a client.</summary>
    public LinkFaults FaultsOf(string clientId) => _faults.GetOrAdd(clientId, _ => new LinkFaults());

    /// <summary>Listens again, on the same port.</summary>
    public void Resume()
    {
        _listener = new TcpListener(IPAddress.Loopback, Address.Port);
        Open();
    }

    /// <summary>Closes the port and all connections: nobody is there.</summary>
    public async Task PauseAsync()
    {
        _listener.Dispose();
        await _accepting;
        foreach (RelayedConnection connection in _connections.Keys)
        {
            connection.Close();
        }

        await Task.WhenAll(_connections.Values);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await PauseAsync();

    private void Open()
    {
        _listener.Start();
        _accepting = AcceptAsync(_listener);
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                RelayedConnection connection = new(await listener.AcceptTcpClientAsync(), FaultsOf);
                TaskCompletionSource known = new();
                _connections[connection] = RunAsync(connection, known.Task);
                known.SetResult();
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The listener was closed.
        }
    }

    private async Task RunAsync(RelayedConnection connection, Task known)
    {
        await known;
        await connection.RunAsync(_broker);
        _connections.TryRemove(connection, out _);
    }
}
