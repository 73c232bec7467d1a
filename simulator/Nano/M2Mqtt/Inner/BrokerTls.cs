using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using MQTTnet;
using nanoFramework.M2Mqtt;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>TLS on the desk in place of the board's mbedTLS.</summary>
internal static class BrokerTls
{
    public static MqttClientTlsOptions Options(BrokerAddress broker, HostBoard board, bool validateServerCertificate)
    {
        X509Certificate2Collection trusted = Trusted(broker.CaCertificate, board);
        DateTime now = DateTime.UnixEpoch.AddMilliseconds(board.ClockUnixMs);
        var options = new MqttClientTlsOptions
        {
            UseTls = true,
            TargetHost = broker.Host,
            SslProtocol = Protocol(broker.SslProtocol),
            CertificateValidationHandler = answer => !validateServerCertificate || IsTrusted(answer, trusted, now),
        };
        if (broker.ClientCertificate is not null)
        {
            options.ClientCertificatesProvider = new DefaultMqttCertificatesProvider(Loaded(broker.ClientCertificate));
        }

        return options;
    }

    // Without a CA certificate the board uses its certificate store, which nanoff fills.
    private static X509Certificate2Collection Trusted(X509Certificate? authority, HostBoard board)
    {
        if (authority is not null)
        {
            return Loaded(authority);
        }

        X509Certificate2Collection store = [];
        if (board.CertificateStore is { } pem)
        {
            store.ImportFromPem(pem);
        }

        return store;
    }

    // By the board's own clock, right or wrong. It has neither the means nor the memory to ask for revocations.
    private static bool IsTrusted(MqttClientCertificateValidationEventArgs answer, X509Certificate2Collection trusted, DateTime now)
    {
        const SslPolicyErrors unbearable = SslPolicyErrors.RemoteCertificateNameMismatch | SslPolicyErrors.RemoteCertificateNotAvailable;
        if ((answer.SslPolicyErrors & unbearable) != 0 || answer.Certificate is null)
        {
            return false;
        }

        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
        chain.ChainPolicy.ExtraStore.AddRange(answer.Chain?.ChainPolicy.ExtraStore ?? []);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.ChainPolicy.VerificationTime = now.ToLocalTime();
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(answer.Certificate.GetRawCertData());
        return chain.Build(certificate);
    }

    private static X509Certificate2Collection Loaded(X509Certificate certificate) => certificate switch
    {
        BoardCertificate board => board.Load(),
        X509Certificate2 whole => [whole],
        _ => [X509CertificateLoader.LoadCertificate(certificate.GetRawCertData())],
    };

    private static SslProtocols Protocol(MqttSslProtocols protocol) => protocol switch
    {
        MqttSslProtocols.None => SslProtocols.None,
        MqttSslProtocols.TLSv1_2 => SslProtocols.Tls12,
        MqttSslProtocols.TLSv1_3 => SslProtocols.Tls13,
        _ => throw new ArgumentException("SSL/TLS protocol version not supported"),
    };
}
