using System.Threading.Channels;
using MQTTnet.Packets;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>One connection of a client: its socket and the four activities that upstream gives a thread each.</summary>
/// <remarks>
/// Here they are tasks, since one process runs hundreds of boards. Each does one thing at a time, as a thread.
/// </remarks>
internal sealed class Connection
{
    // Upstream's Close gives its threads this long to notice before it clears the queues.
    private const int GraceMs = 200;

    private readonly HostBoard _board;
    private readonly BrokerSocket _socket;
    private readonly InflightQueue _inflight;
    private readonly IClientHandlers _handlers;
    private readonly MqttSettings _settings;
    private readonly CancellationTokenSource _stop;
    private readonly EventLoop _loop;
    private readonly TaskCompletionSource<MqttConnAckPacket> _connack =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private KeepAlive? _keepAlive;
    private int _broken;

    public Connection(HostBoard board, BrokerSocket socket, InflightQueue inflight, IClientHandlers handlers)
    {
        _board = board;
        _socket = socket;
        _inflight = inflight;
        _handlers = handlers;
        _settings = BoardState.Of(board).MqttSettings;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(board.PowerOff);
        _loop = new EventLoop(_stop.Token);
    }

    /// <summary>Introduces the client to the broker.</summary>
    /// <exception cref="MqttCommunicationException">No answer in time, or the connection broke before.</exception>
    public async Task<MqttConnAckPacket> HandshakeAsync(MqttConnectPacket packet)
    {
        Start(ReceiveAsync);
        await SendAsync(packet).ConfigureAwait(false);
        try
        {
            return await _connack.Task
                .WaitAsync(TimeSpan.FromMilliseconds(MqttSettings.DefaultTimeout), _board.PowerOff)
                .ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new MqttCommunicationException();
        }
    }

    /// <summary>Begins the work of an accepted connection.</summary>
    public void Serve(int keepAliveMs)
    {
        if (keepAliveMs != 0)
        {
            _keepAlive = new KeepAlive(_socket, keepAliveMs, _stop.Token);
            Start(() => _keepAlive.RunAsync(Break));
        }

        var events = new ClientEvents(_loop, _handlers);
        var worker = new InflightWorker(_inflight, _socket, _settings, events, _stop.Token);
        Start(() => _loop.RunAsync(Break, EndAsync));
        Start(() => worker.RunAsync(Break));
    }

    /// <summary>Sends a packet at once.</summary>
    /// <exception cref="MqttCommunicationException">The connection is broken.</exception>
    public async Task SendAsync(MqttPacket packet)
    {
        try
        {
            await _socket.SendAsync(packet).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw new MqttCommunicationException(exception);
        }
    }

    /// <summary>The connection is no good any more: its end is told when all that happened before has been.</summary>
    public void Break()
    {
        if (Interlocked.Exchange(ref _broken, 1) == 0)
        {
            _handlers.OnBroken();
            _loop.End();
        }
    }

    /// <summary>
    /// Stops everything; nothing more is told. What is queued stays, for another connection or for Close.
    /// </summary>
    public void Stop()
    {
        _stop.Cancel();
        _socket.Close();
        _connack.TrySetException(new MqttCommunicationException());
    }

    // The activities stop first, as upstream's threads do; only then are the queues cleared, and the end is told last.
    private async Task EndAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.Delay(GraceMs, _board.PowerOff).ConfigureAwait(false);
        Stop();
        _inflight.Clear();
        EventLoop.Call(_handlers.OnEnded, () => { });
    }

    private async Task ReceiveAsync()
    {
        try
        {
            var receiver = new Receiver(
                _socket, _inflight, _settings, OnConnectAnswered, () => _keepAlive?.Answered());
            await receiver.RunAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (ChannelClosedException exception)
        {
            _connack.TrySetException(new MqttCommunicationException(exception));
            Break();
        }
    }

    // Upstream calls the handler on its receiving thread, before Connect learns of the answer: when the handler throws,
    // Connect waits in vain.
    private void OnConnectAnswered(MqttConnAckPacket answer)
    {
        var e = new ConnectionOpenedEventArgs(new MqttMsgConnack
        {
            ReturnCode = (MqttReasonCode)(int)answer.ReturnCode,
            SessionPresent = answer.IsSessionPresent,
        });
        bool told = true;
        EventLoop.Call(() => _handlers.OnOpened(e), () => told = false);
        if (told)
        {
            _connack.TrySetResult(answer);
        }
    }

    // In the execution context, and so on the board, of whoever connects.
    private void Start(Func<Task> activity) => _ = Task.Run(async () =>
    {
        try
        {
            await activity().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or BoardOffException)
        {
        }
    });
}
