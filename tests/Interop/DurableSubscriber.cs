using System.Buffers;
using System.Collections.Concurrent;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;
using UlmEdge.Decoder;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Tests.Interop;

/// <summary>
/// A backend as the contract wants it: a fixed client id, a session that the broker keeps (MQTT 3.1.1, clean session off), QoS 1.
/// </summary>
internal sealed class DurableSubscriber : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<(string Node, int Epoch, int Number), byte> _samples = new();
    private readonly string _clientId = $"backend-{Guid.NewGuid():N}"[..20];
    private readonly BrokerAddress _address;
    private readonly string _root;
    private Task _keepingConnected = Task.CompletedTask;
    private volatile bool _isSubscribed;

    private DurableSubscriber(BrokerAddress address, string root)
    {
        (_address, _root) = (address, root);
        _client.ApplicationMessageReceivedAsync += message =>
        {
            Take(message.ApplicationMessage);
            return Task.CompletedTask;
        };
    }

    /// <summary>Told each message.</summary>
    public event Action<string, byte[]>? Arrived;

    /// <summary>Told the samples of each message.</summary>
    public event Action<IReadOnlyList<ReceivedSample>>? Received;

    /// <summary>Different samples that have arrived.</summary>
    public int Count => _samples.Count;

    /// <summary>Messages that have arrived, repeats included.</summary>
    public int Messages { get; private set; }

    /// <summary>Whether it is connected now.</summary>
    public bool IsConnected => _client.IsConnected;

    /// <summary>One that is connected, and comes back whenever the connection ends.</summary>
    public static async Task<DurableSubscriber> ConnectAsync(BrokerAddress address, string root)
    {
        DurableSubscriber subscriber = new(address, root);
        subscriber._keepingConnected = Task.Run(subscriber.KeepConnectedAsync);
        await EndToEnd.Eventually.HoldsAsync(() => subscriber._isSubscribed, $"{address} takes a subscription");
        return subscriber;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _keepingConnected;
        _client.Dispose();
        _closing.Dispose();
    }

    private async Task KeepConnectedAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            if (!_client.IsConnected)
            {
                await TryConnectAsync();
            }

            await Task.Delay(Pause, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TryConnectAsync()
    {
        using CancellationTokenSource limited = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        limited.CancelAfter(Timeout);
        try
        {
            MqttClientOptionsBuilder options = new MqttClientOptionsBuilder()
                .WithTcpServer(_address.Host, _address.Port)
                .WithClientId(_clientId)
                .WithProtocolVersion(MqttProtocolVersion.V311)
                .WithCleanSession(false);
            if (_address.User is not null)
            {
                options.WithCredentials(_address.User, _address.Password);
            }

            await _client.ConnectAsync(options.Build(), limited.Token);
            await _client.SubscribeAsync($"{_root}/+/data/+", MqttQualityOfServiceLevel.AtLeastOnce, limited.Token);
            _isSubscribed = true;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The broker is away or still coming up, in whatever way it shows; the next attempt is soon.
        }
    }

    private void Take(MqttApplicationMessage message)
    {
        Messages++;
        Arrived?.Invoke(message.Topic, message.Payload.ToArray());
        Assert.Null(Contract.ContractCheck.FaultIn(message.Topic, message.Payload.ToArray()));
        NodeMessage decoded = new MessageDecoder(_root).Decode(message.Topic, message.Payload.ToArray());
        IReadOnlyList<ReceivedSample> samples = ReceivedSample.Of((DataMessage)decoded);
        foreach (ReceivedSample sample in samples)
        {
            _samples.TryAdd((sample.Node, sample.Epoch, sample.Number), 0);
        }

        Received?.Invoke(samples);
    }
}
