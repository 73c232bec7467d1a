using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace UlmEdge.Simulator.Provisioning;

/// <summary>The city's own authority for its brokers: elliptic curve P-256, which an ESP32 checks quickly.</summary>
internal sealed class Authority
{
    private const int AuthorityYears = 20;
    private const int BrokerYears = 2;

    private Authority(string certificate, string key) => (Certificate, Key) = (certificate, key);

    /// <summary>Its certificate as PEM: what nodes trust.</summary>
    public string Certificate { get; }

    /// <summary>Its key as PEM: whoever has it can pretend to be the broker.</summary>
    public string Key { get; }

    /// <summary>Makes a new one.</summary>
    public static Authority New(string name, DateTimeOffset now)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new(new X500DistinguishedName($"CN={name}"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(AuthorityYears));
        return new Authority(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>One that was kept.</summary>
    public static Authority Of(string certificate, string key) => new(certificate, key);

    /// <summary>A certificate for a broker, and its key, as PEM.</summary>
    public (string Certificate, string Key) Issue(IReadOnlyList<string> hosts, DateTimeOffset now)
    {
        using X509Certificate2 authority = X509Certificate2.CreateFromPem(Certificate, Key);
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new(new X500DistinguishedName($"CN={hosts[0]}"), key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        foreach (string host in hosts)
        {
            if (IPAddress.TryParse(host, out IPAddress? address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false)); // serverAuth
        byte[] serial = RandomNumberGenerator.GetBytes(16);
        serial[0] &= 0x7F; // Positive, RFC 5280 section 4.1.2.2.
        using X509Certificate2 certificate = request.Create(authority, now.AddDays(-1), now.AddYears(BrokerYears), serial);
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
