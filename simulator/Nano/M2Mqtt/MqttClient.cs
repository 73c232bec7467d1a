using System.Collections;
using System.Security.Cryptography.X509Certificates;
using nanoFramework.M2Mqtt.Messages;
using UlmEdge.Simulator.Nano;
using UlmEdge.Simulator.Nano.Mqtt;

namespace nanoFramework.M2Mqtt;

/// <summary>MQTT client of a virtual board, over real sockets.</summary>
/// <remarks>
/// What it does and when follows nanoframework/nanoFramework.m2mqtt 5.1.220 (M2Mqtt/MqttClient.cs), its weaknesses
/// included: publishing only queues, queues die without a word when the connection does, and nothing ever reconnects.
/// Not here: sessions that outlive a connection within one client object, and MQTT 5 beyond content type and user
/// properties. Time spent waiting for the network is real time, since the sockets are real.
/// </remarks>
public partial class MqttClient : IMqttClient, IDisposable
{
    private readonly HostBoard _board = HostBoard.Current;
    private readonly InflightQueue _inflight = new();
    private BrokerAddress _broker = null!;

    /// <summary>A client for a broker at port 1883. Looks its address up.</summary>
    public MqttClient(string brokerHostName)
        : this(brokerHostName, MqttSettings.BrokerDefaultPort, false, null, null, MqttSslProtocols.None)
    {
    }

    /// <summary>A client for a broker. Looks its address up, once and for all.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">Offline, or no such host.</exception>
    public MqttClient(
        string brokerHostName,
        int brokerPort,
        bool secure,
        X509Certificate? caCert,
        X509Certificate? clientCert,
        MqttSslProtocols sslProtocol) =>
        Init(brokerHostName, brokerPort, secure, caCert, clientCert, sslProtocol);

    /// <inheritdoc/>
    public event IMqttClient.MqttMsgPublishEventHandler? MqttMsgPublishReceived;

    /// <inheritdoc/>
    public event IMqttClient.MqttMsgPublishedEventHandler? MqttMsgPublished;

    /// <inheritdoc/>
    public event IMqttClient.MqttMsgSubscribedEventHandler? MqttMsgSubscribed;

    /// <inheritdoc/>
    public event IMqttClient.MqttMsgUnsubscribedEventHandler? MqttMsgUnsubscribed;

    /// <summary>The broker has answered a connection attempt; raised while Connect still waits.</summary>
    public event ConnectionOpenedEventHandler? ConnectionOpened;

    /// <inheritdoc/>
    public event IMqttClient.ConnectionClosedEventHandler? ConnectionClosed;

    /// <summary>Told that the broker has answered a connection attempt.</summary>
    public delegate void ConnectionOpenedEventHandler(object sender, ConnectionOpenedEventArgs e);

    /// <inheritdoc/>
    public bool IsConnected { get; private set; }

    /// <summary>Client identifier of the last accepted connection.</summary>
    public string? ClientId { get; private set; }

    /// <summary>Whether the last accepted connection began afresh.</summary>
    public bool CleanSession { get; private set; }

    /// <summary>Whether the last accepted connection left a will.</summary>
    public bool WillFlag { get; private set; }

    /// <summary>Quality of service of the will.</summary>
    public MqttQoSLevel WillQosLevel { get; private set; }

    /// <summary>Topic of the will.</summary>
    public string? WillTopic { get; private set; }

    /// <summary>Text of the will.</summary>
    public string? WillMessage { get; private set; }

    /// <summary>Version of MQTT.</summary>
    public MqttProtocolVersion ProtocolVersion { get; set; } = MqttProtocolVersion.Version_3_1_1;

    /// <summary>Settings that all clients of the board share.</summary>
    public MqttSettings Settings => BoardState.Of(_board).MqttSettings;

    /// <inheritdoc/>
    public void Init(
        string brokerHostName,
        int brokerPort,
        bool secure,
        byte[]? caCert,
        byte[]? clientCert,
        MqttSslProtocols sslProtocol) =>
        Init(brokerHostName, brokerPort, secure, Loaded(caCert), Loaded(clientCert), sslProtocol);

    private static X509Certificate2? Loaded(byte[]? certificate) =>
        certificate is null ? null : X509CertificateLoader.LoadCertificate(certificate);

    private void Init(
        string brokerHostName,
        int brokerPort,
        bool secure,
        X509Certificate? caCert,
        X509Certificate? clientCert,
        MqttSslProtocols sslProtocol)
    {
        ProtocolVersion = MqttProtocolVersion.Version_3_1_1;
        _broker = new BrokerAddress(
            brokerHostName,
            _board.Network.Resolve(brokerHostName),
            brokerPort,
            secure,
            caCert,
            clientCert,
            sslProtocol);
    }
}
