using UlmEdge.Core;
using UlmEdge.Core.Configuration;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Worlds;

/// <summary>How the nodes of a world are configured: most by the defaults, some so that a day shows what else takes weeks.</summary>
internal static class WorldConfiguration
{
    /// <summary>The broker that is down when a broker is.</summary>
    public const string FirstBroker = "broker.example";

    /// <summary>The one to which nodes of some worlds can go then.</summary>
    public const string SecondBroker = "second.example";

    /// <summary>The certificate of the first authority, and of its successor: files beside <c>ulmedge.json</c>.</summary>
    public const string TrustFile = "ca.pem";

    /// <summary>That of the successor.</summary>
    public const string NextTrustFile = "ca-next.pem";

    /// <summary>A time server that answers, unless it is blocked.</summary>
    public const string TimeServer = "time.example";

    private const double Encrypted = 0.5;
    private const double BothAuthorities = 0.7;
    private const double OneAuthority = 0.5;
    private const double Defaults = 0.6;
    private const double SecondBrokers = 0.25;

    /// <summary>What every password has in it.</summary>
    public static ReadOnlySpan<byte> PasswordMark => "s3cret-"u8;

    /// <summary>The configuration of a world's nodes, as they are provisioned.</summary>
    public static NodeConfiguration Draw(WorldPlan plan, string nodeId)
    {
        SeededEntropy entropy = new(SeededNumbers.Derive((ulong)plan.Seed, "configuration"));
        SeededEntropy security = new(SeededNumbers.Derive((ulong)plan.Seed, "security"));
        bool isEncrypted = security.Chance(Encrypted);
        NodeConfiguration configuration = new(nodeId)
        {
            Brokers = [BrokerAt(FirstBroker, isEncrypted, nodeId)],
            TrustFiles = !isEncrypted ? []
                : security.Chance(BothAuthorities) ? [TrustFile, NextTrustFile]
                : security.Chance(OneAuthority) ? [TrustFile]
                : [],
            Sensors = [.. plan.Sensors],
            Payload = plan.Payload ?? DrawPayload(plan),
            TimeFloorUnixSeconds = (int)(plan.StartUnixMs / 1000) - 3600,
        };
        if (plan.Intensity != FaultIntensity.None && !entropy.Chance(Defaults))
        {
            configuration.SampleSeconds = Pick(entropy, 60, 60, 60, 30, 20, 120);
            configuration.BatchSamples = Pick(entropy, 1, 5, 10, 20);
            configuration.BatchSeconds = Pick(entropy, 60, 300, 300, 900);
            configuration.Window = 1 + entropy.Next(Limits.WindowMax);
            configuration.JournalSegments = Pick(entropy, Limits.SegmentsMin, 5, 6, 8, Limits.SegmentsMax);
        }

        if (plan.Intensity != FaultIntensity.None && entropy.Chance(SecondBrokers))
        {
            configuration.Brokers = [.. configuration.Brokers, BrokerAt(SecondBroker, isEncrypted, nodeId)];
        }

        return configuration;
    }

    /// <summary>Whether budgets hold as they are stated: for the defaults.</summary>
    public static bool IsDefault(NodeConfiguration configuration) =>
        configuration is { SampleSeconds: 60, BatchSamples: 10, BatchSeconds: 300, JournalSegments: Limits.SegmentsMax };

    /// <summary>What a world's nodes are told, for people.</summary>
    public static string Describe(WorldPlan plan)
    {
        NodeConfiguration drawn = Draw(plan, "any");
        return $"a sample every {drawn.SampleSeconds} s, batches of {drawn.BatchSamples} or {drawn.BatchSeconds} s, "
            + $"{drawn.JournalSegments} segments, window {drawn.Window}, {drawn.Payload}, {drawn.Brokers.Length} of 2 brokers, "
            + (drawn.Brokers[0].IsEncrypted ? $"TLS with {drawn.TrustFiles.Length} trust files" : "no TLS");
    }

    private static BrokerSettings BrokerAt(string host, bool isEncrypted, string nodeId) => new()
    {
        Host = host,
        IsEncrypted = isEncrypted,
        Port = isEncrypted ? BrokerSettings.PortEncrypted : BrokerSettings.PortPlain,
        User = nodeId,
        Password = $"s3cret-{host}",
    };

    private static string DrawPayload(WorldPlan plan) => (SeededNumbers.Derive((ulong)plan.Seed, "payload") % 4) switch
    {
        0 => Payloads.Cbor,
        1 => Payloads.Compact,
        _ => Payloads.Json,
    };

    private static int Pick(SeededEntropy entropy, params ReadOnlySpan<int> values) => values[entropy.Next(values.Length)];
}
