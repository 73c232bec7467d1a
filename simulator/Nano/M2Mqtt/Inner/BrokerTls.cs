using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using MQTTnet;
using nanoFramework.M2Mqtt;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>TLS on the desk in place of the board's mbedTLS.</summary>
internal static class BrokerTls
{
    // Without a CA certificate the board uses its certificate store, and the desk the operating system's.
    public static MqttClientTlsOptions Options(BrokerAddress broker, bool validateServerCertificate)
    {
        var options = new MqttClientTlsOptions
        {
            UseTls = true,
            TargetHost = broker.Host,
            SslProtocol = Protocol(broker.SslProtocol),

            // The board has neither the means nor the memory to ask for revocations.
            RevocationMode = X509RevocationMode.NoCheck,
            IgnoreCertificateRevocationErrors = true,
        };
        if (broker.CaCertificate is not null)
        {
            options.TrustChain = [Loaded(broker.CaCertificate)];
        }

        if (broker.ClientCertificate is not null)
        {
            options.ClientCertificatesProvider = new DefaultMqttCertificatesProvider(
                new X509Certificate2Collection(Loaded(broker.ClientCertificate)));
        }

        if (!validateServerCertificate)
        {
            options.CertificateValidationHandler = _ => true;
        }

        return options;
    }

    private static X509Certificate2 Loaded(X509Certificate certificate) =>
        certificate as X509Certificate2 ?? X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());

    private static SslProtocols Protocol(MqttSslProtocols protocol) => protocol switch
    {
        MqttSslProtocols.None => SslProtocols.None,
        MqttSslProtocols.TLSv1_2 => SslProtocols.Tls12,
        MqttSslProtocols.TLSv1_3 => SslProtocols.Tls13,
        _ => throw new ArgumentException("SSL/TLS protocol version not supported"),
    };
}
