using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Simulator.Provisioning;

/// <summary>The authority that a fleet's nodes trust, and the broker's certificate from it, as files.</summary>
/// <remarks>A new authority locks out every node that trusts the one before: there never is one unasked.</remarks>
/// <param name="folder">Where they are kept.</param>
internal sealed class AuthorityFiles(OutputFolder folder)
{
    /// <summary>The broker's certificate, beside mosquitto.conf.</summary>
    public const string ServerName = "server.pem";

    /// <summary>Its key.</summary>
    public const string ServerKeyName = "server.key";

    /// <summary>The authority's certificate, beside mosquitto.conf.</summary>
    public const string TrustedName = "ca.pem";

    private const string CertificateName = $"broker/{TrustedName}";
    private const string KeyName = "authority/ca.key";

    /// <summary>Writes what is to be new; what can be kept is.</summary>
    /// <param name="hosts">The names under which nodes know the broker.</param>
    /// <param name="given">The certificate of an authority of one's own as PEM, or null.</param>
    /// <param name="now">The time, for certificates.</param>
    /// <param name="done">Takes what was done, a sentence each.</param>
    /// <returns>The certificate that nodes are to trust.</returns>
    /// <exception cref="WrongInputException">Something of an earlier run is missing; then nothing was written.</exception>
    public string Write(string[] hosts, string? given, DateTimeOffset now, List<string> done)
    {
        string? before = folder.Read(CertificateName);
        string? key = folder.Read(KeyName);
        if (given is not null)
        {
            return Give(given, before, hosts, now, done);
        }

        string? copy = folder.Find("nodes", NodeFiles.CertificateName);
        if (before is null && (key is not null || copy is not null))
        {
            throw new WrongInputException(
                $"{CertificateName} is not in {folder.Root}, but nodes trust it: put it back"
                + (copy is null ? string.Empty : $", {copy} is the same,") + " or give another authority with --ca");
        }

        if (before is not null && key is null)
        {
            return Keep(before, hosts, now, done);
        }

        (string Certificate, string Key) server = Issue(before, key, hosts, now, out Authority authority);
        folder.Write(CertificateName, authority.Certificate);
        folder.Write(KeyName, authority.Key);
        folder.Write($"broker/{ServerName}", server.Certificate);
        folder.Write($"broker/{ServerKeyName}", server.Key);
        done.Add($"The authority is {(before is null ? "new" : "kept from before")}; "
            + $"the broker's certificate is for {string.Join(", ", hosts)}, for two years. Keep {KeyName} away from the broker.");
        return authority.Certificate;
    }

    private (string Certificate, string Key) Issue(
        string? before, string? key, string[] hosts, DateTimeOffset now, out Authority authority)
    {
        authority = before is null || key is null ? Authority.New("UlmEdge city", now) : Authority.Of(before, key);
        try
        {
            return authority.Issue(hosts, now);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            throw new WrongInputException(
                $"{KeyName} is not the key of {CertificateName} in {folder.Root}: put the right one back, "
                + "or give the authority that nodes are to trust with --ca");
        }
    }

    private string Give(string given, string? before, string[] hosts, DateTimeOffset now, List<string> done)
    {
        folder.Write(CertificateName, given);
        done.Add(IsServerOf(given, hosts, now, out DateTime end)
            ? "Nodes trust the authority that was given; the broker's certificate beside it is from there, and lasts until "
                + $"{end:yyyy-MM-dd}."
            : "Nodes trust the authority that was given; put the broker's certificate from there and its key beside "
                + $"mosquitto.conf as {ServerName} and {ServerKeyName}: without them it does not start."
                + (folder.Read($"broker/{ServerName}") is null ? string.Empty : $" The {ServerName} that lies there is not of use."));
        if (before is not null && before != given)
        {
            done.Add("Nodes that hang trust the authority from before: bring the new files to every one of them first, made with "
                + "--next-ca and the certificate from before, so that they trust both; then give the broker its new certificate.");
        }

        return given;
    }

    private string Keep(string authority, string[] hosts, DateTimeOffset now, List<string> done)
    {
        if (!IsServerOf(authority, hosts, now, out DateTime end))
        {
            throw new WrongInputException(
                $"{KeyName} is not in {folder.Root}, and the broker needs a certificate for {string.Join(", ", hosts)} from it: put "
                + $"the key of {CertificateName} back for as long as this takes, or give another authority with --ca");
        }

        done.Add($"The authority is kept from before, and so is the broker's certificate, which lasts until {end:yyyy-MM-dd}; "
            + $"{KeyName} is away, and is not needed.");
        return authority;
    }

    private bool IsServerOf(string authority, string[] hosts, DateTimeOffset now, out DateTime end)
    {
        end = default;
        if (folder.Read($"broker/{ServerName}") is not { } server || folder.Read($"broker/{ServerKeyName}") is not { } key)
        {
            return false;
        }

        try
        {
            using X509Certificate2 own = X509Certificate2.CreateFromPem(server, key); // Throws unless they belong together.
            using X509Chain chain = new();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.ImportFromPem(authority);
            chain.ChainPolicy.ExtraStore.ImportFromPem(server);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.DisableCertificateDownloads = true;
            chain.ChainPolicy.VerificationTime = now.LocalDateTime;
            end = own.NotAfter;
            return hosts.All(host => own.MatchesHostname(host)) && chain.Build(own);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}
