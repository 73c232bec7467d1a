using MQTTnet.Packets;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using UlmEdge.Simulator.Nano.Mqtt;

namespace nanoFramework.M2Mqtt;

/// <content>
/// The several ways to end a connection, and what the connection tells, passed on to the application.
/// </content>
public partial class MqttClient : IClientHandlers
{
    // Upstream's Close sleeps; if a keep-alive thread was there once and is no more, it also waits for that in vain.
    private const int CloseMs = 200;
    private const int KeepAliveGoneMs = 1_000;

    private bool _keptAlive;
    private int _closes;

    /// <inheritdoc/>
    /// <exception cref="MqttCommunicationException">There is no connection.</exception>
    public void Disconnect()
    {
        RequirePower();
        Connection connection = _connection ?? throw new MqttCommunicationException();
        Wait(connection.SendAsync(new MqttDisconnectPacket()));
        connection.Break();
    }

    /// <inheritdoc/>
    /// <remarks>Takes 0.2 s of board time, and 1.2 s when the connection has ended before. Raises no event.</remarks>
    public void Close()
    {
        _connection?.Stop();
        _inflight.Clear();
        IsConnected = false;
        _board.Sleep(_keptAlive && _closes++ > 0 ? CloseMs + KeepAliveGoneMs : CloseMs);
    }

    /// <summary>Same as Close.</summary>
    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    void IClientHandlers.OnOpened(ConnectionOpenedEventArgs e) => ConnectionOpened?.Invoke(this, e);

    void IClientHandlers.OnPublishReceived(MqttMsgPublishEventArgs e) => MqttMsgPublishReceived?.Invoke(this, e);

    void IClientHandlers.OnPublished(MqttMsgPublishedEventArgs e) => MqttMsgPublished?.Invoke(this, e);

    void IClientHandlers.OnSubscribed(MqttMsgSubscribedEventArgs e) => MqttMsgSubscribed?.Invoke(this, e);

    void IClientHandlers.OnUnsubscribed(MqttMsgUnsubscribedEventArgs e) => MqttMsgUnsubscribed?.Invoke(this, e);

    void IClientHandlers.OnBroken() => IsConnected = false;

    void IClientHandlers.OnEnded()
    {
        IsConnected = false;

        // The connection has closed itself, as upstream's dispatch thread calls Close.
        _closes++;
        ConnectionClosed?.Invoke(this, EventArgs.Empty);
    }
}
