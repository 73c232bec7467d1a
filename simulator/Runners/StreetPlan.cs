using UlmEdge.Core.Configuration;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Provisioning;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Runners;

/// <summary>What a street is to be like.</summary>
public sealed record StreetPlan
{
    /// <summary>The nodes of a street unless something else is said.</summary>
    public const int DefaultNodes = 12;

    /// <summary>Board seconds between two samples unless something else is said.</summary>
    public const int DefaultIntervalSeconds = 2;

    /// <summary>The same with other sensors than one: fans have to run before, and gases to come in.</summary>
    public const int StationIntervalSeconds = 60;

    /// <summary>Samples in a batch unless something else is said.</summary>
    public const int DefaultBatchSamples = 5;

    /// <summary>How many nodes.</summary>
    public int Nodes { get; init; } = DefaultNodes;

    /// <summary>What is fitted to each of them, as a configuration has it.</summary>
    public IReadOnlyList<string> Sensors { get; init; } = ["bme280"];

    /// <summary>Board seconds per real second.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Board seconds between two samples.</summary>
    public int IntervalSeconds { get; init; } = DefaultIntervalSeconds;

    /// <summary>Samples in a batch.</summary>
    public int BatchSamples { get; init; } = DefaultBatchSamples;

    /// <summary>Decides about sensors, weather and all chance on the boards.</summary>
    public int Seed { get; init; }

    /// <summary>Whether faults are drawn from the seed while it runs.</summary>
    public bool Chaos { get; init; }

    /// <summary>What batches are sent as: <c>json</c>, <c>cbor</c> or <c>compact</c>.</summary>
    public string Payload { get; init; } = Payloads.Json;

    /// <summary>What all topics begin with.</summary>
    public string Root { get; init; } = "ulm/v1";

    /// <summary>An external broker, or null for an embedded one.</summary>
    public BrokerAddress? Broker { get; init; }

    /// <summary>A broker to which nodes go when the first one fails, or null for none; nobody listens there for the street.</summary>
    public BrokerAddress? SecondBroker { get; init; }

    /// <summary>Port of the embedded broker; 0 lets the system choose.</summary>
    public int Port { get; init; }

    /// <summary>A provisioned fleet whose files the nodes get, or null for a street of the simulator's own.</summary>
    internal ProvisionedFleet? Fleet { get; init; }

    /// <summary>Recorded weather, or null for weather drawn from the seed.</summary>
    public RecordedWeather? Recording { get; init; }
}
