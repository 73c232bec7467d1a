using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace UlmEdge.Simulator.Network;

/// <summary>An MQTT client that subscribes to one topic filter, and says in words why it could not connect.</summary>
/// <remarks>
/// It asks for a session that the broker keeps while the connection is away and drops soon after the end, so that an
/// interruption does not look like a loss; where only MQTT 3.1.1 is spoken the session ends with the connection.
/// </remarks>
internal sealed class BrokerClient : IAsyncDisposable
{
    // The library's 8 kB close the window of TCP at a burst of small messages; then the broker sends a packet in 200 ms.
    private const int SocketBufferBytes = 1 << 20;

    private const uint SessionSeconds = 600;
    private const uint KeptSessionSeconds = 7 * 24 * 3600;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly string _clientId;
    private readonly bool _isKept;
    private readonly BrokerAddress _address;
    private readonly IReadOnlyList<string> _filters;
    private bool _speaksVersion5 = true;

    /// <summary>A client that is not connected yet.</summary>
    /// <param name="address">The broker.</param>
    /// <param name="filters">What to subscribe to, at QoS 1.</param>
    /// <param name="take">Takes each message; it counts as delivered when this returns.</param>
    /// <param name="keptAs">The name of a session that outlives this client, or null for one that ends with it.</param>
    public BrokerClient(BrokerAddress address, IReadOnlyList<string> filters, Action<MqttApplicationMessage> take, string? keptAs = null)
    {
        _clientId = keptAs ?? $"ulmedge-subscriber-{Guid.NewGuid():N}"[..32];
        _isKept = keptAs is not null;
        _address = address;
        _filters = filters;
        _client.ApplicationMessageReceivedAsync += message =>
        {
            take(message.ApplicationMessage);
            return Task.CompletedTask;
        };
    }

    /// <summary>Its id, by which the broker knows its session.</summary>
    public string ClientId => _clientId;

    /// <summary>Whether it is connected now.</summary>
    public bool IsConnected => _client.IsConnected;

    /// <summary>Why the last attempt to connect failed; empty when it did not.</summary>
    public string LastFailure { get; private set; } = string.Empty;

    /// <summary>Tries to connect and subscribe.</summary>
    public async Task<ConnectOutcome> ConnectAsync(CancellationToken token)
    {
        using CancellationTokenSource limited = CancellationTokenSource.CreateLinkedTokenSource(token);
        limited.CancelAfter(ConnectTimeout);
        ConnectOutcome outcome = await TryConnectAsync(limited.Token);
        if (outcome != ConnectOutcome.Misunderstood)
        {
            return outcome;
        }

        // A broker that speaks 3.1.1 only answers in bytes that may be nonsense in version 5.
        _speaksVersion5 = false;
        outcome = await TryConnectAsync(limited.Token);
        _speaksVersion5 = outcome != ConnectOutcome.Connected;
        return outcome == ConnectOutcome.Misunderstood ? ConnectOutcome.Unreachable : outcome;
    }

    /// <summary>Parts from the broker, which forgets the session unless it is to be kept.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await DisconnectAsync();
        }
        catch (MqttCommunicationException)
        {
            // The broker went first: there is nothing left to part from.
        }

        _client.Dispose();
    }

    private static bool IsRefusal(MqttClientConnectResultCode code) => code
        is MqttClientConnectResultCode.BadUserNameOrPassword
        or MqttClientConnectResultCode.NotAuthorized
        or MqttClientConnectResultCode.BadAuthenticationMethod
        or MqttClientConnectResultCode.Banned;

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
        catch (InvalidOperationException)
        {
            return Failed(ConnectOutcome.Unreachable, "the connection before is still closing");
        }
        catch (Exception error) when (error.GetBaseException() is SocketException socketError)
        {
            return Failed(ConnectOutcome.Unreachable, socketError.Message);
        }
        catch (Exception error) when (error.GetBaseException() is AuthenticationException untrusted)
        {
            return Failed(ConnectOutcome.Unreachable, $"its certificate is not trusted: {untrusted.Message}");
        }
        catch (Exception error) when (error is MqttCommunicationException or MqttProtocolViolationException)
        {
            return Failed(ConnectOutcome.Misunderstood, error.Message);
        }
    }

    private MqttClientOptions Options()
    {
        MqttClientOptionsBuilder builder = new MqttClientOptionsBuilder()
            .WithTcpServer(_address.Host, _address.Port)
            .WithClientId(_clientId)
            .WithProtocolVersion(_speaksVersion5 ? MqttProtocolVersion.V500 : MqttProtocolVersion.V311);
        if (_address.IsEncrypted)
        {
            builder.WithTlsOptions(tls =>
            {
                tls.UseTls();
                if (_address.Trust is { } pem)
                {
                    X509Certificate2Collection trusted = [];
                    trusted.ImportFromPem(pem);
                    tls.WithTrustChain(trusted).WithRevocationMode(X509RevocationMode.NoCheck);
                }
            });
        }

        if (_address.User is { } user)
        {
            builder.WithCredentials(user, _address.Password ?? string.Empty);
        }

        MqttClientOptions options = _speaksVersion5
            ? builder.WithCleanStart(false).WithSessionExpiryInterval(_isKept ? KeptSessionSeconds : SessionSeconds).Build()
            : builder.WithCleanSession(!_isKept).Build();
        ((MqttClientTcpOptions)options.ChannelOptions).BufferSize = SocketBufferBytes;
        return options;
    }

    private async Task<ConnectOutcome> SubscribeAsync(CancellationToken token)
    {
        MqttClientSubscribeOptionsBuilder options = new();
        foreach (string filter in _filters)
        {
            options.WithTopicFilter(filter, MqttQualityOfServiceLevel.AtLeastOnce);
        }

        MqttClientSubscribeResult result = await _client.SubscribeAsync(options.Build(), token);
        MqttClientSubscribeResultItem? refused = result.Items
            .FirstOrDefault(item => item.ResultCode != MqttClientSubscribeResultCode.GrantedQoS1);
        if (refused is null)
        {
            LastFailure = string.Empty;
            return ConnectOutcome.Connected;
        }

        await DisconnectAsync();
        return Failed(ConnectOutcome.Refused, $"it answers {refused.ResultCode} to a subscription of {refused.TopicFilter.Topic}");
    }

    private async Task DisconnectAsync()
    {
        if (_client.IsConnected)
        {
            MqttClientDisconnectOptionsBuilder builder = new();
            await _client.DisconnectAsync((_speaksVersion5 && !_isKept ? builder.WithSessionExpiryInterval(0) : builder).Build());
        }
    }

    private ConnectOutcome Failed(ConnectOutcome outcome, string reason)
    {
        LastFailure = reason;
        return outcome;
    }
}
