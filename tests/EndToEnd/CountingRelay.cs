using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using UlmEdge.Decoder;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>A TCP relay in front of a broker that counts what batches cost: each PUBLISH as it passes, and its PUBACK.</summary>
internal sealed class CountingRelay : IAsyncDisposable
{
    private const int PublishType = 3;

    private readonly BrokerAddress _broker;
    private readonly CancellationTokenSource _closing = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Task> _tasks = [];
    private readonly Lock _gate = new();
    private long _bytes;
    private long _times;

    public CountingRelay(BrokerAddress broker)
    {
        _broker = broker;
        _listener.Start();
        _tasks.Add(AcceptAsync());
    }

    public BrokerAddress Address => new("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port);

    /// <summary>Times in the batches that passed.</summary>
    public long Times
    {
        get
        {
            lock (_gate)
            {
                return _times;
            }
        }
    }

    /// <summary>Bytes for one time of a full batch, headers, topic and PUBACK included.</summary>
    public double BytesPerTime
    {
        get
        {
            lock (_gate)
            {
                return (double)_bytes / _times;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await Task.WhenAll(_tasks);
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _tasks.Add(RunAsync(await _listener.AcceptTcpClientAsync(_closing.Token)));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task RunAsync(TcpClient client)
    {
        using TcpClient broker = new();
        using (client)
        {
            HashSet<ushort> batches = [];
            try
            {
                await broker.ConnectAsync(_broker.Host, _broker.Port, _closing.Token);
                Task toBroker = PassAsync(client.GetStream(), broker.GetStream(), frame => CountPublish(frame, batches));
                Task toClient = PassAsync(broker.GetStream(), client.GetStream(), frame => CountPuback(frame, batches));
                await Task.WhenAny(toBroker, toClient);
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or IOException)
            {
                // One end is gone, and so the other goes.
            }
        }
    }

    private async Task PassAsync(Stream from, Stream to, Action<byte[]> count)
    {
        try
        {
            while (await MqttFrames.ReadAsync(from, _closing.Token) is { } frame)
            {
                count(frame);
                await to.WriteAsync(frame, _closing.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The other direction ends, too.
        }
    }

    private void CountPublish(byte[] frame, HashSet<ushort> batches)
    {
        if (frame[0] >> 4 != PublishType)
        {
            return;
        }

        int at = Array.FindIndex(frame, 1, part => part < 0x80) + 1;
        int topicLength = BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(at));
        string topic = Encoding.UTF8.GetString(frame, at + 2, topicLength);
        if (!topic.Contains("/data/"))
        {
            return;
        }

        int afterTopic = at + 2 + topicLength;
        DataMessage message = (DataMessage)new MessageDecoder().Decode(topic, frame.AsMemory(afterTopic + 2));
        lock (_gate)
        {
            if (message.Rows.Count == 10)
            {
                batches.Add(BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(afterTopic)));
                _bytes += frame.Length;
                _times += message.Rows.Count;
            }
        }
    }

    private void CountPuback(byte[] frame, HashSet<ushort> batches)
    {
        lock (_gate)
        {
            if (frame[0] == MqttFrames.Puback && batches.Remove(BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(2))))
            {
                _bytes += frame.Length;
            }
        }
    }
}
