using System.Text;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using UlmEdge.Simulator.Nano;
using UlmEdge.Simulator.Nano.Mqtt;

namespace nanoFramework.M2Mqtt;

/// <content>Connecting.</content>
public partial class MqttClient
{
    private const ushort KeepAliveSecondsDefault = 60;

    private Connection? _connection;

    /// <summary>Connects with a clean session and a keep-alive of 60 s.</summary>
    public MqttReasonCode Connect(string clientId) => Connect(clientId, true);

    /// <summary>Connects with a keep-alive of 60 s.</summary>
    public MqttReasonCode Connect(string clientId, bool cleanSession) =>
        Connect(clientId, null, null, cleanSession, KeepAliveSecondsDefault);

    /// <summary>Connects with a clean session and a keep-alive of 60 s.</summary>
    public MqttReasonCode Connect(string clientId, string? username, string? password) =>
        Connect(clientId, username, password, true, KeepAliveSecondsDefault);

    /// <summary>Connects without a will.</summary>
    public MqttReasonCode Connect(
        string clientId, string? username, string? password, bool cleanSession, ushort keepAlivePeriod)
    {
        const MqttQoSLevel None = MqttQoSLevel.AtMostOnce;
        return Connect(
            clientId, username, password, false, None, false, null, null, cleanSession, keepAlivePeriod);
    }

    /// <inheritdoc/>
    /// <returns>
    /// Success, or the broker's reason to refuse. On a board a refusal can also come out as a
    /// MqttCommunicationException: when the broker closes right behind it, upstream's receiving thread may note that
    /// before Connect looks.
    /// </returns>
    /// <exception cref="MqttConnectionException">Nobody listens there, there is no way, or TLS failed.</exception>
    /// <exception cref="MqttCommunicationException">No answer within 30 s, or the broker closed instead.</exception>
    /// <exception cref="MqttClientException">The will makes no sense.</exception>
    public MqttReasonCode Connect(
        string clientId,
        string? username,
        string? password,
        bool willRetain,
        MqttQoSLevel willQosLevel,
        bool willFlag,
        string? willTopic,
        string? willMessage,
        bool cleanSession,
        ushort keepAlivePeriod)
    {
        RequirePower();
        _connection?.Stop();
        var packet = new MqttConnectPacket
        {
            ClientId = clientId,
            CleanSession = cleanSession,
            KeepAlivePeriod = keepAlivePeriod,
            Username = string.IsNullOrEmpty(username) ? null : username,
            Password = string.IsNullOrEmpty(password) ? null : Encoding.UTF8.GetBytes(password),
            WillFlag = willFlag,
            WillRetain = willRetain,
            WillQoS = (MqttQualityOfServiceLevel)(int)willQosLevel,
            WillTopic = willTopic,
            WillMessage = Encoding.UTF8.GetBytes(willMessage ?? string.Empty),
        };
        MqttReasonCode answer = Wait(ConnectAsync(packet));
        if (answer == MqttReasonCode.Success)
        {
            (WillMessage, WillQosLevel) = (willMessage, willQosLevel);
            Accepted(packet);
        }

        return answer;
    }

    private async Task<MqttReasonCode> ConnectAsync(MqttConnectPacket packet)
    {
        BrokerSocket socket = await _broker.ConnectAsync(_board, ProtocolVersion).ConfigureAwait(false);
        _connection = new Connection(_board, socket, _inflight, this);
        PacketRules.Check(packet);
        MqttConnAckPacket answer = await _connection.HandshakeAsync(packet).ConfigureAwait(false);
        return ProtocolVersion == MqttProtocolVersion.Version_5
            ? (MqttReasonCode)(int)answer.ReasonCode
            : (MqttReasonCode)(int)answer.ReturnCode;
    }

    private void Accepted(MqttConnectPacket packet)
    {
        ClientId = packet.ClientId;
        CleanSession = packet.CleanSession;
        WillFlag = packet.WillFlag;
        WillTopic = packet.WillTopic;
        _keptAlive |= packet.KeepAlivePeriod != 0;
        IsConnected = true;
        _connection!.Serve(packet.KeepAlivePeriod * 1000);
    }

    private T Wait<T>(Task<T> task)
    {
        Wait((Task)task);
        return task.Result;
    }

    private void Wait(Task task)
    {
        try
        {
            task.GetAwaiter().GetResult();
        }
        catch (Exception)
        {
            RequirePower();
            throw;
        }
    }

    private void RequirePower()
    {
        if (_board.PowerOff.IsCancellationRequested)
        {
            throw new BoardOffException();
        }
    }
}
