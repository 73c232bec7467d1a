using System.Net.Sockets;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace UlmEdge.Simulator.Network;

/// <summary>An independent MQTT client that takes what a street's nodes publish, as a backend would.</summary>
/// <remarks>
/// It asks for a session that the broker keeps while the connection is away and drops soon after the end, so that an
/// interruption of its own does not look like a loss; where only MQTT 3.1.1 is spoken the session ends with the connection.
/// </remarks>
public sealed class Subscriber : IAsyncDisposable
{
    private const int SessionSeconds = 600;
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly CancellationTokenSource _closing = new();
    private readonly string _clientId = $"ulmedge-subscriber-{Guid.NewGuid():N}"[..32];
    private readonly BrokerAddress _address;
    private readonly string _root;
    private bool _speaksVersion5 = true;
    private Task _keepingConnected = Task.CompletedTask;

    /// <summary>A subscriber that is not connected yet.</summary>
    /// <param name="address">The broker.</param>
    /// <param name="root">The root of the street's topics.</param>
    public Subscriber(BrokerAddress address, string root)
    {
        _address = address;
        _root = root;
        _client.ApplicationMessageReceivedAsync += message =>
        {
            Take(message.ApplicationMessage);
            return Task.CompletedTask;
        };
    }

    /// <summary>The account of what has arrived.</summary>
    public Reception Reception { get; } = new();

    /// <summary>Whether it is connected now.</summary>
    public bool IsConnected => _client.IsConnected;

    /// <summary>What came of the last attempt to connect, in words; empty before the first.</summary>
    public string LastFailure { get; private set; } = string.Empty;

    /// <summary>Tries to connect and subscribe.</summary>
    public async Task<ConnectOutcome> ConnectAsync(CancellationToken token)
    {
        using CancellationTokenSource limited = CancellationTokenSource.CreateLinkedTokenSource(token, _closing.Token);
        limited.CancelAfter(ConnectTimeout);
        ConnectOutcome outcome = await TryConnectAsync(limited.Token);
        if (outcome != ConnectOutcome.Misunderstood)
        {
            return outcome;
        }

        // A broker that speaks 3.1.1 only answers in bytes that may be nonsense in version 5.
        _speaksVersion5 = false;
        outcome = await TryConnectAsync(limited.Token);
        _speaksVersion5 = outcome == ConnectOutcome.Misunderstood;
        return outcome == ConnectOutcome.Misunderstood ? ConnectOutcome.Unreachable : outcome;
    }

    /// <summary>Connects again and again from now on, whenever the connection is away.</summary>
    public void KeepConnected() => _keepingConnected = Task.Run(KeepConnectedAsync);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _keepingConnected;
        try
        {
            await DisconnectAsync();
        }
        catch (MqttCommunicationException)
        {
            // The broker went first: there is nothing left to part from.
        }

        _client.Dispose();
        _closing.Dispose();
    }

    private async Task<ConnectOutcome> TryConnectAsync(CancellationToken token)
    {
        try
        {
            MqttClientConnectResultCode code = (await _client.ConnectAsync(Options(), token)).ResultCode;
            return code switch
            {
                MqttClientConnectResultCode.Success => await SubscribeAsync(token),
                _ when IsRefusal(code) => Failed(ConnectOutcome.Refused, $"it answers {code}"),
                MqttClientConnectResultCode.ServerUnavailable or MqttClientConnectResultCode.ServerBusy =>
                    Failed(ConnectOutcome.Unreachable, $"it answers {code}"),
                _ => Failed(ConnectOutcome.Misunderstood, $"it answers {code}"),
            };
        }
        catch (Exception error) when (error is OperationCanceledException or MqttCommunicationTimedOutException)
        {
            return Failed(ConnectOutcome.Unreachable, "no answer");
        }
        catch (Exception error) when (error.GetBaseException() is SocketException socketError)
        {
            return Failed(ConnectOutcome.Unreachable, socketError.Message);
        }
        catch (Exception error) when (error is MqttCommunicationException or MqttProtocolViolationException)
        {
            return Failed(ConnectOutcome.Misunderstood, error.Message);
        }
    }

    private static bool IsRefusal(MqttClientConnectResultCode code) => code
        is MqttClientConnectResultCode.BadUserNameOrPassword
        or MqttClientConnectResultCode.NotAuthorized
        or MqttClientConnectResultCode.BadAuthenticationMethod
        or MqttClientConnectResultCode.Banned;

    private MqttClientOptions Options()
    {
        MqttClientOptionsBuilder builder = new MqttClientOptionsBuilder()
            .WithTcpServer(_address.Host, _address.Port)
            .WithClientId(_clientId)
            .WithProtocolVersion(_speaksVersion5 ? MqttProtocolVersion.V500 : MqttProtocolVersion.V311);
        builder = _address.User is { } user ? builder.WithCredentials(user, _address.Password ?? string.Empty) : builder;
        return _speaksVersion5
            ? builder.WithCleanStart(false).WithSessionExpiryInterval(SessionSeconds).Build()
            : builder.WithCleanSession().Build();
    }

    private async Task<ConnectOutcome> SubscribeAsync(CancellationToken token)
    {
        string filter = $"{_root}/+/data/json";
        MqttClientSubscribeResult result = await _client.SubscribeAsync(
            new MqttClientSubscribeOptionsBuilder().WithTopicFilter(filter, MqttQualityOfServiceLevel.AtLeastOnce).Build(),
            token);
        MqttClientSubscribeResultCode code = result.Items.Single().ResultCode;
        if (code == MqttClientSubscribeResultCode.GrantedQoS1)
        {
            LastFailure = string.Empty;
            return ConnectOutcome.Connected;
        }

        await DisconnectAsync();
        return Failed(ConnectOutcome.Refused, $"it answers {code} to a subscription of {filter}");
    }

    private async Task DisconnectAsync()
    {
        if (_client.IsConnected)
        {
            MqttClientDisconnectOptionsBuilder builder = new();
            await _client.DisconnectAsync((_speaksVersion5 ? builder.WithSessionExpiryInterval(0) : builder).Build());
        }
    }

    private ConnectOutcome Failed(ConnectOutcome outcome, string reason)
    {
        LastFailure = reason;
        return outcome;
    }

    private async Task KeepConnectedAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            if (!_client.IsConnected)
            {
                await ConnectAsync(CancellationToken.None);
            }

            await Task.Delay(RetryPause, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Take(MqttApplicationMessage message)
    {
        // The filter lets through only {root}/{node}/data/json.
        string node = message.Topic[(_root.Length + 1)..].Split('/')[0];
        try
        {
            Reception.Take(SenmlPack.Parse(_root, node, message.Payload));
        }
        catch (FormatException error)
        {
            Reception.TakeFault(node, error.Message);
        }
    }
}
