using System.Threading.Channels;
using MQTTnet;
using MQTTnet.LowLevelClient;
using MQTTnet.Packets;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>One TCP connection of a virtual board: packets out, packets in, and the ways in which it can die.</summary>
/// <remarks>
/// The socket is real, and so is all waiting for it: nothing here runs on board time. When the radio loses its
/// network the connection becomes half-open: what is sent vanishes, what arrives is not heard, and neither end is
/// told. When the board loses power the socket is dropped without a word of MQTT.
/// </remarks>
internal sealed class BrokerSocket
{
    // A board without PSRAM has 90 to 111 kB of heap, and the firmware is in it, too.
    private const int MessageBytesMax = 48 * 1024;

    private readonly ILowLevelMqttClient _connection;
    private readonly IBoardNetwork _network;
    private readonly CancellationToken _powerOff;
    private readonly Channel<MqttPacket> _received = Channel.CreateUnbounded<MqttPacket>();
    private volatile bool _lost;

    private BrokerSocket(ILowLevelMqttClient connection, HostBoard board)
    {
        _connection = connection;
        _powerOff = board.PowerOff;
        _network = board.Network;
        _network.Lost += OnLost;
        _lost = !_network.IsUp;
    }

    /// <summary>What arrives; completed, with the cause if there is one, when the other end has closed.</summary>
    public ChannelReader<MqttPacket> Received => _received.Reader;

    /// <summary>When something was last sent, on the desk's clock.</summary>
    public long SentMs { get; private set; }

    public static async Task<BrokerSocket> OpenAsync(HostBoard board, MqttClientOptions options, int timeoutMs)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(board.PowerOff);
        limit.CancelAfter(timeoutMs);
        ILowLevelMqttClient connection = new MqttClientFactory().CreateLowLevelMqttClient();
        await connection.ConnectAsync(options, limit.Token).ConfigureAwait(false);
        var socket = new BrokerSocket(connection, board);
        _ = Task.Run(socket.ReceiveAsync);
        return socket;
    }

    public async Task SendAsync(MqttPacket packet)
    {
        if (!_lost)
        {
            await _connection.SendAsync(packet, _powerOff).ConfigureAwait(false);
        }

        SentMs = Environment.TickCount64;
    }

    /// <summary>
    /// Closes the socket. A half-open one cannot tell the broker: it stays until the broker gives up on the client.
    /// </summary>
    public void Close()
    {
        _received.Writer.TryComplete();
        if (!_lost)
        {
            _connection.Dispose();
        }
    }

    private void OnLost() => _lost = true;

    private async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                MqttPacket packet = await _connection.ReceiveAsync(_powerOff).ConfigureAwait(false);
                if (packet is MqttPublishPacket { Payload.Length: > MessageBytesMax })
                {
                    // Upstream allocates a message whole; the receiving thread ends of it, and with it the connection.
                    throw new InvalidOperationException("the message is larger than the board's memory");
                }

                if (!_lost)
                {
                    _received.Writer.TryWrite(packet);
                }
            }
        }
        catch (Exception exception)
        {
            if (!_lost)
            {
                _received.Writer.TryComplete(exception);
            }
        }
        finally
        {
            _network.Lost -= OnLost;
            _connection.Dispose();
        }
    }
}
