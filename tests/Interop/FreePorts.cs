using System.Net;
using System.Net.Sockets;

namespace UlmEdge.Tests.Interop;

/// <summary>Ports of the loopback interface.</summary>
internal static class FreePorts
{
    /// <summary>Ports on which nobody listens, all different.</summary>
    public static int[] Take(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        Array.ForEach(listeners, listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        Array.ForEach(listeners, listener => listener.Stop());
        return ports;
    }

    /// <summary>Whether somebody takes a connection.</summary>
    public static bool IsTaken(int port)
    {
        try
        {
            using TcpClient client = new();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
