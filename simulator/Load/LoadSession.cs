using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using MQTTnet.Formatter;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using UlmEdge.Ports;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Load;

/// <summary>One connection of a node that only publishes: a socket and a few bytes, no thread and no timer.</summary>
/// <remarks>
/// What a whole client brings beside it, twice the memory and processor time of the node itself, would be measured with it.
/// Packets are MQTTnet's; those that come here have two bytes behind their header (MQTT 3.1.1 sections 3.2, 3.4 and 3.13).
/// </remarks>
/// <param name="address">The broker.</param>
/// <param name="session">Who connects.</param>
/// <param name="tell">Is told what happens, from any thread.</param>
/// <param name="meter">Measures, or null.</param>
internal sealed class LoadSession(
    BrokerAddress address, BrokerSession session, Action<LoadSession, BrokerEvent> tell, LoadMeter? meter) : IDisposable
{
    private const int ConnectAcknowledge = 0x20;
    private const int PublishAcknowledge = 0x40;
    private const int PingResponse = 0xD0;
    private const int LongestPacket = 4;

    [ThreadStatic]
    private static MqttPacketFormatterAdapter? _packets;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly List<(int Id, long Began)> _underWay = new(1);
    private readonly string _clientId = session.ClientId;
    private readonly string _willTopic = session.WillTopic;
    private readonly byte[] _will = Encoding.UTF8.GetBytes(session.WillMessage);
    private readonly TimeSpan _keepAlive = TimeSpan.FromSeconds(session.KeepAliveSeconds);
    private long _sent = Stopwatch.GetTimestamp();
    private volatile bool _isOpen;
    private ushort _id;

    /// <summary>Connects, and takes what the broker sends until the connection ends.</summary>
    public async Task RunAsync()
    {
        BrokerEvent end = new() { Kind = BrokerEventKind.Failed };
        try
        {
            await _socket.ConnectAsync(address.Host, address.Port);
            Send(ConnectPacket());
            await ReceiveAsync();
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It is over; what that means is told below.
        }

        end.Kind = _isOpen ? BrokerEventKind.Closed : BrokerEventKind.Failed;
        _isOpen = false;
        _socket.Dispose();
        tell(this, end);
    }

    /// <summary>Sends a message at QoS 1.</summary>
    /// <returns>Its packet identifier, or 0 if the connection is over.</returns>
    public int Publish(string topic, byte[] payload, bool retain)
    {
        if (!_isOpen)
        {
            return 0;
        }

        _id = (ushort)(_id == ushort.MaxValue ? 1 : _id + 1);
        if (meter is not null && topic.Contains("/data", StringComparison.Ordinal))
        {
            lock (_underWay)
            {
                _underWay.Add((_id, Stopwatch.GetTimestamp()));
            }

            meter.Published();
        }

        return TrySend(new MqttPublishPacket
        {
            Topic = topic, PayloadSegment = payload, Retain = retain,
            PacketIdentifier = _id, QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce,
        }) ? _id : 0;
    }

    /// <summary>Says that the node is there if nothing else has said so for half of the time.</summary>
    public void KeepAlive()
    {
        if (_isOpen && Stopwatch.GetElapsedTime(_sent) > _keepAlive / 2)
        {
            TrySend(MqttPingReqPacket.Instance);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private MqttConnectPacket ConnectPacket() => new()
    {
        ClientId = _clientId, CleanSession = true, KeepAlivePeriod = (ushort)_keepAlive.TotalSeconds,
        Username = address.User, Password = address.Password is null ? null : Encoding.UTF8.GetBytes(address.Password),
        WillFlag = true, WillTopic = _willTopic, WillMessage = _will, WillRetain = true, WillQoS = MqttQualityOfServiceLevel.AtLeastOnce,
    };

    private bool TrySend(MqttPacket packet)
    {
        try
        {
            Send(packet);
            return true;
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            return false; // What receives will notice, too, and tell.
        }
    }

    private void Send(MqttPacket packet)
    {
        _packets ??= new MqttPacketFormatterAdapter(MqttProtocolVersion.V311, new MqttBufferWriter(4096, 65535));
        ArraySegment<byte> bytes = _packets.Encode(packet).Join();
        for (int sent = 0; sent < bytes.Count;)
        {
            sent += _socket.Send(bytes.AsSpan(sent));
        }

        _packets.Cleanup();
        _sent = Stopwatch.GetTimestamp();
    }

    private async Task ReceiveAsync()
    {
        byte[] bytes = new byte[8 * LongestPacket];
        int held = 0;
        while (await _socket.ReceiveAsync(bytes.AsMemory(held)) is > 0 and int count)
        {
            held += count;
            int taken = 0;
            while (held - taken >= 2 && held - taken >= 2 + bytes[taken + 1])
            {
                if (!TryTake(bytes.AsSpan(taken, 2 + bytes[taken + 1])))
                {
                    return;
                }

                taken += 2 + bytes[taken + 1];
            }

            bytes.AsSpan(taken, held - taken).CopyTo(bytes);
            held -= taken;
            if (held > LongestPacket)
            {
                return; // Nobody has asked for anything that long.
            }
        }
    }

    private bool TryTake(ReadOnlySpan<byte> packet)
    {
        switch (packet[0])
        {
            case ConnectAcknowledge when packet is [_, 2, _, 0]:
                _isOpen = true;
                meter?.Opened();
                tell(this, new BrokerEvent { Kind = BrokerEventKind.Opened });
                return true;
            case ConnectAcknowledge when packet.Length == LongestPacket:
                tell(this, new BrokerEvent { Kind = BrokerEventKind.Refused, Detail = packet[3] });
                return false;
            case PublishAcknowledge when packet.Length == LongestPacket:
                TakeAcknowledgement((packet[2] << 8) | packet[3]);
                return true;
            default:
                return packet[0] == PingResponse;
        }
    }

    private void TakeAcknowledgement(int id)
    {
        long began = 0;
        lock (_underWay)
        {
            int index = _underWay.FindIndex(each => each.Id == id);
            if (index >= 0)
            {
                began = _underWay[index].Began;
                _underWay.RemoveAt(index);
            }
        }

        if (began != 0)
        {
            meter?.Latencies.Take(Stopwatch.GetElapsedTime(began));
        }

        tell(this, new BrokerEvent { Kind = BrokerEventKind.Acknowledged, Detail = id });
    }
}
