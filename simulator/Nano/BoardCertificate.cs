using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace UlmEdge.Simulator.Nano;

/// <summary>PEM text that a board holds for one certificate or several, and perhaps a key.</summary>
public class BoardCertificate : X509Certificate
{
    private readonly string _certificates;
    private readonly string? _key;

    /// <summary>Text as mbedTLS reads it.</summary>
    /// <exception cref="ArgumentException">The platform finds no certificate, or no key, in the text.</exception>
    public BoardCertificate(string certificates, string? key)
#pragma warning disable SYSLIB0026 // What it holds comes from the text, when it is asked for.
        : base()
#pragma warning restore SYSLIB0026
    {
        _certificates = certificates;
        _key = key;
        try
        {
            if (Load().Count == 0)
            {
                throw new ArgumentException("there is no certificate in the text");
            }
        }
        catch (CryptographicException error)
        {
            throw new ArgumentException("the certificate or its key cannot be read", error);
        }
    }

    /// <summary>The certificates, as the desk needs them; the first one with its key, if there is one.</summary>
    public X509Certificate2Collection Load()
    {
        X509Certificate2Collection all = [];
        if (_key is null)
        {
            all.ImportFromPem(_certificates);
        }
        else
        {
            // A key of a certificate made from PEM is not kept long enough for every system's TLS.
            using X509Certificate2 fresh = X509Certificate2.CreateFromPem(_certificates, _key);
            all.Add(X509CertificateLoader.LoadPkcs12(fresh.Export(X509ContentType.Pkcs12), null));
        }

        return all;
    }
}
