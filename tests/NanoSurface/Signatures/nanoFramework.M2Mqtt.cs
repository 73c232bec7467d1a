// nanoFramework.M2Mqtt 5.1.220
// Needs: mscorlib, nanoFramework.M2Mqtt.Core, nanoFramework.Runtime.Events, nanoFramework.Runtime.Native,
//   nanoFramework.System.Collections, System.Net

using System;
using System.Collections;
using System.Security.Cryptography.X509Certificates;
using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt
{
    public class MqttClient : IDisposable
    {
        public MqttClient(
            string brokerHostName, int brokerPort, bool secure, X509Certificate caCert, X509Certificate clientCert,
            MqttSslProtocols sslProtocol) => throw null;
        public bool IsConnected { get; }
        public event IMqttClient.ConnectionClosedEventHandler ConnectionClosed;
        public event IMqttClient.MqttMsgPublishedEventHandler MqttMsgPublished;
        public event IMqttClient.MqttMsgPublishEventHandler MqttMsgPublishReceived;
        public void Close() => throw null;
        public MqttReasonCode Connect(
            string clientId, string username, string password, bool willRetain, MqttQoSLevel willQosLevel,
            bool willFlag, string willTopic, string willMessage, bool cleanSession,
            ushort keepAlivePeriod) => throw null;
        public void Dispose() => throw null;
        public ushort Publish(
            string topic, byte[] message, string contentType, ArrayList userProperties, MqttQoSLevel qosLevel,
            bool retain) => throw null;
        public ushort Subscribe(string[] topics, MqttQoSLevel[] qosLevels) => throw null;
    }
}
