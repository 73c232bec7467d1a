using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using MQTTnet;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace UlmEdge.Simulator.Network;

/// <summary>An MQTT broker inside this process, on the loopback interface only.</summary>
/// <remarks>Sessions outlive a stop and the next start, as those of a broker that keeps them on disk do.</remarks>
public sealed class EmbeddedBroker : IAsyncDisposable
{
    // The library's default drops the oldest message beyond 1,000 for each client; a street sends far more in a second.
    private const int PendingMessagesMax = 1_000_000;

    private static readonly AsyncLocal<Action<MqttApplicationMessage>?> Ambient = new();

    private readonly MqttServerOptions _options;
    private readonly MqttServer _server;
    private int _droppedMessages;

    /// <summary>A broker that does not listen yet.</summary>
    /// <param name="port">Its port; 0 lets the system choose a free one at the first start.</param>
    /// <param name="access">Who may do what, or null for everybody everything.</param>
    /// <param name="certificate">With it, it listens on a second port by TLS.</param>
    public EmbeddedBroker(int port = 0, IBrokerAccess? access = null, X509Certificate2? certificate = null)
    {
        MqttServerOptionsBuilder builder = new MqttServerOptionsBuilder()
            .WithDefaultEndpoint()
            .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback)
            .WithDefaultEndpointBoundIPV6Address(IPAddress.None)
            .WithDefaultEndpointPort(port)
            .WithPersistentSessions()
            .WithMaxPendingMessagesPerClient(PendingMessagesMax);
        if (certificate is not null)
        {
            builder = builder.WithEncryptedEndpoint()
                .WithEncryptedEndpointBoundIPAddress(IPAddress.Loopback)
                .WithEncryptedEndpointBoundIPV6Address(IPAddress.None)
                .WithEncryptedEndpointPort(0)
                .WithEncryptionCertificate(certificate)
                .WithEncryptionSslProtocol(SslProtocols.Tls12);
        }

        _options = builder.Build();
        _server = new MqttServerFactory().CreateMqttServer(_options);
        _server.ValidatingConnectionAsync += connection =>
        {
            // Clients that do not care for an id; in MQTT 3.1.1 the library offers no way to accept them.
            connection.AssignedClientIdentifier = $"guest-{Guid.NewGuid():N}";
            if (access?.MayConnect(connection.UserName, connection.Password) == false)
            {
                connection.ReasonCode = MqttConnectReasonCode.BadUserNameOrPassword;
            }

            return Task.CompletedTask;
        };
        _server.QueuedApplicationMessageOverwrittenAsync += _ =>
        {
            Interlocked.Increment(ref _droppedMessages);
            return Task.CompletedTask;
        };
        if (access is not null)
        {
            Guard(access);
        }

        if (Observer is { } observe)
        {
            _server.InterceptingPublishAsync += message =>
            {
                observe(message.ApplicationMessage);
                return Task.CompletedTask;
            };
        }
    }

    /// <summary>Sees every message, last wills included, that brokers made from now on in this flow of control are given.</summary>
    /// <remarks>For whoever runs a whole street and wants to judge what it publishes; called on the broker's own threads.</remarks>
    public static Action<MqttApplicationMessage>? Observer
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Where it listens; known after the first start.</summary>
    public BrokerAddress Address => new(IPAddress.Loopback.ToString(), _options.DefaultEndpointOptions.Port);

    /// <summary>Where it listens by TLS; known after the first start.</summary>
    public int EncryptedPort => _options.TlsEndpointOptions.Port;

    /// <summary>Whether it accepts connections now.</summary>
    public bool IsRunning => _server.IsStarted;

    /// <summary>Messages thrown away because a subscriber was too slow; any is a fault of the run.</summary>
    public int DroppedMessages => Volatile.Read(ref _droppedMessages);

    /// <summary>Starts to listen, on the same port as before.</summary>
    /// <exception cref="SocketException">The port is taken.</exception>
    public Task StartAsync() => _server.StartAsync();

    /// <summary>Closes all connections and the port.</summary>
    public Task StopAsync() => _server.StopAsync(new MqttServerStopOptions());

    /// <summary>Forgets, while it runs, the sessions of all clients but one, and all retained messages.</summary>
    /// <param name="except">The instrument that measures what arrives: what it has not been given yet must stay.</param>
    public async Task ForgetAsync(string except)
    {
        foreach (MqttSessionStatus session in await _server.GetSessionsAsync())
        {
            if (session.Id != except)
            {
                await session.DeleteAsync();
            }
        }

        await _server.DeleteRetainedMessagesAsync();
    }

    private void Guard(IBrokerAccess access)
    {
        _server.InterceptingPublishAsync += message =>
        {
            message.ProcessPublish &= access.MayWrite(message.UserName, message.ApplicationMessage.Topic);
            return Task.CompletedTask;
        };
        _server.InterceptingSubscriptionAsync += subscription =>
        {
            if (!access.MayRead(subscription.UserName, subscription.TopicFilter.Topic))
            {
                subscription.ProcessSubscription = false;
                subscription.Response.ReasonCode = MqttSubscribeReasonCode.NotAuthorized;
            }

            return Task.CompletedTask;
        };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server.IsStarted)
        {
            await StopAsync();
        }

        _server.Dispose();
    }
}
