using System.Net;

namespace UlmEdge.Simulator.Nano;

/// <summary>A board's Wi-Fi and the names and sockets that can be reached through it.</summary>
public interface IBoardNetwork
{
    /// <summary>Whether the board has joined the network and has an address.</summary>
    bool IsUp { get; }

    /// <summary>Raised when the network goes away under the open connections. They hear nothing of it: packets just get lost.</summary>
    event Action? Lost;

    /// <summary>Waits, in board time, until the network is joined or the token is cancelled.</summary>
    bool Join(CancellationToken token);

    /// <summary>Looks a name up.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">Offline, or no such host.</exception>
    IPAddress Resolve(string host);

    /// <summary>Where a connection to a host's port leads: on the desk, perhaps to another port than in the street.</summary>
    IPEndPoint Route(string host, IPAddress address, int port) => new(address, port);
}
