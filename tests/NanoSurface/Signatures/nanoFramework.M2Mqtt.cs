// nanoFramework.M2Mqtt 5.1.220
// Needs: mscorlib, nanoFramework.M2Mqtt.Core, nanoFramework.Runtime.Events, nanoFramework.Runtime.Native, nanoFramework.System.Collections, System.Net

namespace nanoFramework.M2Mqtt
{
    public class MqttClient : IMqttClient, System.IDisposable
    {
        public MqttClient(string brokerHostName, int brokerPort, bool secure, System.Security.Cryptography.X509Certificates.X509Certificate caCert, System.Security.Cryptography.X509Certificates.X509Certificate clientCert, MqttSslProtocols sslProtocol) => throw null;
        public bool IsConnected { get; }
        public event IMqttClient.ConnectionClosedEventHandler ConnectionClosed { add => throw null; remove => throw null; }
        public event IMqttClient.MqttMsgPublishEventHandler MqttMsgPublishReceived { add => throw null; remove => throw null; }
        public event IMqttClient.MqttMsgPublishedEventHandler MqttMsgPublished { add => throw null; remove => throw null; }
        public event IMqttClient.MqttMsgSubscribedEventHandler MqttMsgSubscribed { add => throw null; remove => throw null; }
        public event IMqttClient.MqttMsgUnsubscribedEventHandler MqttMsgUnsubscribed { add => throw null; remove => throw null; }
        public void Close() => throw null;
        public nanoFramework.M2Mqtt.Messages.MqttReasonCode Connect(string clientId, string username, string password, bool willRetain, nanoFramework.M2Mqtt.Messages.MqttQoSLevel willQosLevel, bool willFlag, string willTopic, string willMessage, bool cleanSession, ushort keepAlivePeriod) => throw null;
        public void Disconnect() => throw null;
        public void Dispose() => throw null;
        public void Init(string brokerHostName, int brokerPort, bool secure, byte[] caCert, byte[] clientCert, MqttSslProtocols sslProtocol) => throw null;
        public ushort Publish(string topic, byte[] message) => throw null;
        public ushort Publish(string topic, byte[] message, string contentType) => throw null;
        public ushort Publish(string topic, byte[] message, string contentType, System.Collections.ArrayList userProperties, nanoFramework.M2Mqtt.Messages.MqttQoSLevel qosLevel, bool retain) => throw null;
        public ushort Subscribe(string[] topics, nanoFramework.M2Mqtt.Messages.MqttQoSLevel[] qosLevels) => throw null;
        public ushort Unsubscribe(string[] topics) => throw null;
    }
}
