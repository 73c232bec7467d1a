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

    private const double Defaults = 0.6;
    private const double SecondBrokers = 0.25;

    /// <summary>The configuration of a world's nodes.</summary>
    public static NodeConfiguration Draw(WorldPlan plan, string nodeId)
    {
        SeededEntropy entropy = new(SeededNumbers.Derive((ulong)plan.Seed, "configuration"));
        NodeConfiguration configuration = new(nodeId)
        {
            Brokers = [new BrokerSettings { Host = FirstBroker, IsEncrypted = false }],
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
            configuration.Brokers = [.. configuration.Brokers, new BrokerSettings { Host = SecondBroker, IsEncrypted = false }];
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
            + $"{drawn.JournalSegments} segments, window {drawn.Window}, {drawn.Payload}, {drawn.Brokers.Length} of 2 brokers";
    }

    private static string DrawPayload(WorldPlan plan) => (SeededNumbers.Derive((ulong)plan.Seed, "payload") % 4) switch
    {
        0 => Payloads.Cbor,
        1 => Payloads.Compact,
        _ => Payloads.Json,
    };

    private static int Pick(SeededEntropy entropy, params ReadOnlySpan<int> values) => values[entropy.Next(values.Length)];
}
