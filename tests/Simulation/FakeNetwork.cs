using System.Net;
using System.Net.Sockets;
using UlmEdge.Simulator.Nano;

namespace UlmEdge.Tests.Simulation;

/// <summary>A network that is up until the test takes it away; it knows one name.</summary>
internal sealed class FakeNetwork : IBoardNetwork
{
    public const string Broker = "broker.test";

    public event Action? Lost;

    public bool IsUp { get; private set; } = true;

    /// <summary>Whether Join finds the network.</summary>
    public bool IsThere { get; set; } = true;

    public bool Join(CancellationToken token) => IsUp = IsThere;

    public IPAddress Resolve(string host) =>
        IsUp && host == Broker ? IPAddress.Loopback : throw new SocketException((int)SocketError.HostNotFound);

    public void Drop()
    {
        IsUp = false;
        Lost?.Invoke();
    }
}
