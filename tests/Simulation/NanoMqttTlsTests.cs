using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MQTTnet.Server;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;

namespace UlmEdge.Tests.Simulation;

/// <summary>TLS of the M2Mqtt façade: whom it trusts.</summary>
public sealed class NanoMqttTlsTests
{
    private readonly FakeBoard _board = new();

    public NanoMqttTlsTests() => _board.SetClock(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());

    [Fact]
    public async Task A_broker_is_trusted_by_the_given_certificate_and_by_no_other()
    {
        _board.Enter();
        using X509Certificate2 certificate = SelfSigned(FakeNetwork.Broker);
        using X509Certificate2 other = SelfSigned(FakeNetwork.Broker);
        int port = LoopbackBroker.FreePort();
        using MqttServer broker = await Start(port, certificate);
        Assert.Equal(MqttReasonCode.Success, Connect(port, Public(certificate)));
        Assert.Throws<MqttConnectionException>(() => Connect(port, Public(other)));
        Assert.Throws<MqttConnectionException>(() => Connect(port, null));
        MqttSettings.Instance.ValidateServerCertificate = false;
        Assert.Equal(MqttReasonCode.Success, Connect(port, null));
        await broker.StopAsync();
    }

    [Fact]
    public async Task Whether_a_certificate_is_valid_says_the_boards_clock()
    {
        _board.Enter();
        using X509Certificate2 certificate = SelfSigned(FakeNetwork.Broker);
        int port = LoopbackBroker.FreePort();
        using MqttServer broker = await Start(port, certificate);
        foreach (long days in new[] { -3L, 3L })
        {
            _board.SetClock(DateTimeOffset.UtcNow.AddDays(days).ToUnixTimeMilliseconds());
            Assert.Throws<MqttConnectionException>(() => Connect(port, Public(certificate)));
        }

        _board.SetClock(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        Assert.Equal(MqttReasonCode.Success, Connect(port, Public(certificate)));
        await broker.StopAsync();
    }

    [Fact]
    public async Task Without_an_authority_the_devices_store_counts()
    {
        _board.Enter();
        using X509Certificate2 certificate = SelfSigned(FakeNetwork.Broker);
        int port = LoopbackBroker.FreePort();
        using MqttServer broker = await Start(port, certificate);
        Assert.Throws<MqttConnectionException>(() => Connect(port, null));
        _board.Store = certificate.ExportCertificatePem();
        Assert.Equal(MqttReasonCode.Success, Connect(port, null));
        await broker.StopAsync();
    }

    [Fact]
    public async Task A_broker_with_another_name_is_not_trusted()
    {
        _board.Enter();
        using X509Certificate2 certificate = SelfSigned("somebody.else");
        int port = LoopbackBroker.FreePort();
        using MqttServer broker = await Start(port, certificate);
        Assert.Throws<MqttConnectionException>(() => Connect(port, Public(certificate)));
        await broker.StopAsync();
    }

    private static MqttReasonCode Connect(int port, X509Certificate? authority)
    {
        using var client = new MqttClient(FakeNetwork.Broker, port, true, authority, null, MqttSslProtocols.TLSv1_2);
        return client.Connect("node");
    }

    private static X509Certificate2 Public(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadCertificate(certificate.Export(X509ContentType.Cert));

    private static X509Certificate2 SelfSigned(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static async Task<MqttServer> Start(int port, X509Certificate2 certificate)
    {
        var factory = new MqttServerFactory();
        MqttServer server = factory.CreateMqttServer(factory.CreateServerOptionsBuilder()
            .WithoutDefaultEndpoint()
            .WithEncryptedEndpoint()
            .WithEncryptedEndpointBoundIPAddress(IPAddress.Loopback)
            .WithEncryptedEndpointPort(port)
            .WithEncryptionCertificate(certificate)
            .WithEncryptionSslProtocol(SslProtocols.Tls12)
            .Build());
        await server.StartAsync();
        return server;
    }
}
