using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MQTTnet;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>Where the broker is and how to reach it.</summary>
internal sealed record BrokerAddress(
    string Host,
    IPAddress Address,
    int Port,
    bool Secure,
    X509Certificate? CaCertificate,
    X509Certificate? ClientCertificate,
    MqttSslProtocols SslProtocol)
{
    /// <summary>Makes a TCP, and if wanted a TLS, connection.</summary>
    /// <exception cref="MqttConnectionException">
    /// Nobody listens there, there is no way there, or TLS failed.
    /// </exception>
    public async Task<BrokerSocket> ConnectAsync(HostBoard board, MqttProtocolVersion version)
    {
        MqttSettings settings = BoardState.Of(board).MqttSettings;
        try
        {
            if (!board.Network.IsUp)
            {
                throw new SocketException((int)SocketError.HostUnreachable);
            }

            var options = new MqttClientOptions
            {
                ProtocolVersion = (MQTTnet.Formatter.MqttProtocolVersion)(int)version,
                ChannelOptions = TcpOptions(board, settings.ValidateServerCertificate),
            };
            return await BrokerSocket.OpenAsync(board, options, settings.TimeoutOnConnection).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not BoardOffException)
        {
            throw SocketFault(exception) is SocketException fault
                ? new MqttConnectionException($"Socket exception connecting to the broker: {fault.ErrorCode}", fault)
                : new MqttConnectionException("Exception connecting to the broker", exception);
        }
    }

    private static SocketException? SocketFault(Exception? exception)
    {
        while (exception is not null and not SocketException)
        {
            exception = exception.InnerException;
        }

        return exception as SocketException;
    }

    private MqttClientTcpOptions TcpOptions(HostBoard board, bool validateServerCertificate) => new()
    {
        RemoteEndpoint = board.Network.Route(Host, Address, Port),
        AddressFamily = Address.AddressFamily,

        // What was sent last, such as a DISCONNECT, must still arrive.
        LingerState = new LingerOption(false, 0),
        TlsOptions = Secure ? BrokerTls.Options(this, board, validateServerCertificate) : new MqttClientTlsOptions(),
    };
}
