using UlmEdge.Core.Configuration;
using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Worlds;

/// <summary>The brokers of a world as one node finds them: names and ports, their certificate, and what they keep for the node.</summary>
internal sealed class WorldBrokers
{
    private const int Stranger = 2; // An authority that no node trusts.
    private const long HourMs = 3_600_000;
    private const long DayMs = 24 * HourMs;
    private const int AgeHoursMax = 200 * 24;
    private const int IssuedHoursMax = 10 * 24;
    private const int StrangersOneIn = 6;

    private static readonly string[] Files = [WorldConfiguration.TrustFile, WorldConfiguration.NextTrustFile];

    private readonly WorldPlan _plan;
    private readonly NodeConfiguration _provisioned;
    private BrokerCertificate _certificate;

    /// <summary>Brokers with a certificate that is older than the nodes.</summary>
    public WorldBrokers(WorldPlan plan, NodeConfiguration provisioned)
    {
        _plan = plan;
        _provisioned = provisioned;
        SeededEntropy entropy = new(SeededNumbers.Derive((ulong)plan.Seed, "certificate"));
        _certificate = new BrokerCertificate(
            0, plan.StartUnixMs - (entropy.Between(2, AgeHoursMax) * HourMs), plan.StartUnixMs + plan.HealedMs + (90 * DayMs));
    }

    /// <summary>The messages that are kept for the node, by topic.</summary>
    public SortedDictionary<string, byte[]> Kept { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the nodes of this world were given an encrypted broker.</summary>
    public bool IsEncrypted => _provisioned.Brokers[0].IsEncrypted;

    /// <summary>Whether a node with the right trust file and this clock can connect.</summary>
    public bool CanBeTrustedAt(long unixMs) => IsTrusted(_certificate.Authority) && _certificate.IsValidAt(unixMs);

    /// <summary>Whether the certificate is from the authority that a session trusts.</summary>
    public bool IsFrom(BrokerSession session) => Trusted(session.TrustFile) == _certificate.Authority;

    /// <summary>What becomes of an attempt.</summary>
    /// <param name="session">What the node wants.</param>
    /// <param name="clockUnixMs">What its clock shows.</param>
    public Door Try(BrokerSession session, long clockUnixMs)
    {
        if (session.Host is not (WorldConfiguration.FirstBroker or WorldConfiguration.SecondBroker))
        {
            return Door.NoName;
        }

        bool speaksTls = session.Port == BrokerSettings.PortEncrypted && IsEncrypted;
        if (!speaksTls && session.Port != BrokerSettings.PortPlain)
        {
            return Door.NoListener;
        }

        return speaksTls != session.IsEncrypted ? Door.Silent
            : speaksTls && !(IsFrom(session) && _certificate.IsValidAt(clockUnixMs)) ? Door.Untrusted
            : IsAuthorised(session) ? Door.Open
            : Door.Unauthorised;
    }

    /// <summary>Another authority's certificate is installed.</summary>
    public void Rotate(Fault fault, long worldMs)
    {
        int next = fault.Draw % StrangersOneIn == 0 ? Stranger : _certificate.Authority == 0 ? 1 : 0;
        Install(next, worldMs, (long)((fault.Draw >> 8) % IssuedHoursMax));
    }

    /// <summary>The rotation is over: for good, or the first authority's certificate is back.</summary>
    public void EndRotation(Fault fault, long worldMs)
    {
        bool stays = (fault.Draw >> 32) % 2 == 0 && IsTrusted(_certificate.Authority);
        if (!stays)
        {
            Install(0, worldMs, (long)((fault.Draw >> 40) % IssuedHoursMax));
        }
    }

    private void Install(int authority, long worldMs, long issuedHoursAgo)
    {
        long nowMs = _plan.StartUnixMs + worldMs;
        _certificate = new BrokerCertificate(authority, nowMs - ((1 + issuedHoursAgo) * HourMs), nowMs + _plan.HealedMs + (90 * DayMs));
    }

    private bool IsTrusted(int authority) => _provisioned.TrustFiles.Length == 0
        ? authority == 0
        : _provisioned.TrustFiles.Any(file => Trusted(file) == authority);

    // The device's store knows the first authority.
    private static int Trusted(string? trustFile) => trustFile is null ? 0 : Array.IndexOf(Files, trustFile);

    // Who has no account is a guest.
    private bool IsAuthorised(BrokerSession session) => _provisioned.Brokers.FirstOrDefault(broker => broker.Host == session.Host)
        is not { } known || (known.User == session.User && known.Password == session.Password);
}
