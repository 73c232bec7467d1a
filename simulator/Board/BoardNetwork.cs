using System.Net;
using System.Net.Sockets;
using UlmEdge.Simulator.Nano;

namespace UlmEdge.Simulator.Board;

/// <summary>A board's radio from power-on to power-off; the access point behind it may come and go.</summary>
public sealed class BoardNetwork(BoardTime time, AccessPoint accessPoint) : IBoardNetwork
{
    // A fast association with a lease that the access point remembers; real boards need up to a few seconds.
    private const int JoinMs = 300;
    private const int RetryMs = 100;

    // The network stack asks a time server as soon as it has an address.
    private const int TimeServerMs = 200;

    private readonly Lock _gate = new();
    private long _joinedAtMs = long.MaxValue;
    private long _askTimeAtMs = long.MaxValue;
    private volatile bool _clockIsSet;

    /// <inheritdoc/>
    public event Action? Lost;

    /// <inheritdoc/>
    public bool IsUp => Volatile.Read(ref _joinedAtMs) != long.MaxValue;

    /// <summary>Whether the board has heard from a time server since power-on.</summary>
    public bool ClockIsSet
    {
        get
        {
            _clockIsSet |= accessPoint.HasTime && time.UptimeMs >= Volatile.Read(ref _askTimeAtMs);
            return _clockIsSet;
        }
    }

    /// <inheritdoc/>
    public bool Join(CancellationToken token)
    {
        if (IsUp)
        {
            return true;
        }

        time.Sleep(JoinMs);
        while (!accessPoint.IsOn || !accessPoint.KnowsBoard)
        {
            if (token.IsCancellationRequested)
            {
                return false;
            }

            time.Sleep(RetryMs);
        }

        lock (_gate)
        {
            _joinedAtMs = time.UptimeMs;
            _askTimeAtMs = Math.Min(_askTimeAtMs, _joinedAtMs + TimeServerMs);
        }

        return true;
    }

    /// <inheritdoc/>
    public IPAddress Resolve(string host)
    {
        if (!IsUp)
        {
            throw new SocketException((int)SocketError.NetworkUnreachable);
        }

        if (!accessPoint.KnowsNames)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        accessPoint.NameAsked?.Invoke();
        if (accessPoint.Hosts.TryGetValue(host, out IPEndPoint? known))
        {
            return known.Address;
        }

        if (IPAddress.TryParse(host, out IPAddress? address))
        {
            return address;
        }

        IPAddress[] addresses = Dns.GetHostAddresses(host);
        return addresses.FirstOrDefault(candidate => candidate.AddressFamily == AddressFamily.InterNetwork)
            ?? addresses.FirstOrDefault()
            ?? throw new SocketException((int)SocketError.HostNotFound);
    }

    /// <inheritdoc/>
    public IPEndPoint Route(string host, IPAddress address, int port) =>
        accessPoint.Hosts.TryGetValue(host, out IPEndPoint? known) ? known : new IPEndPoint(address, port);

    /// <summary>Takes the network away: the access point went off.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            if (!IsUp)
            {
                return;
            }

            _joinedAtMs = long.MaxValue;
        }

        Lost?.Invoke();
    }

    /// <summary>Open connections swallow everything from now on, and nobody is told; new ones work.</summary>
    public void SwallowConnections() => Lost?.Invoke();
}
