using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace UlmEdge.Benchmarks.Runs;

/// <summary>A Mosquitto of our own on a free port, without limits that would be measured instead.</summary>
internal sealed class MosquittoProcess : IDisposable
{
    private readonly string _configuration = Path.GetTempFileName();

    /// <summary>Starts it, and waits until it takes connections.</summary>
    public MosquittoProcess()
    {
        using (TcpListener free = new(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        File.WriteAllText(_configuration, string.Create(
            CultureInfo.InvariantCulture,
            $"listener {Port} 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\nmax_inflight_messages 0\nlog_type error\n"));
        Process = Child.Start(File.Exists("/usr/sbin/mosquitto") ? "/usr/sbin/mosquitto" : "mosquitto", "-c", _configuration);
        for (int attempt = 0; !Answers(); attempt++)
        {
            if (attempt == 100)
            {
                throw new InvalidOperationException("mosquitto does not answer");
            }

            Thread.Sleep(50);
        }
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>The process.</summary>
    public Child Process { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Process.Dispose();
        File.Delete(_configuration);
    }

    private bool Answers()
    {
        try
        {
            using TcpClient client = new("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
