using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Runners;

/// <summary>What the user asked of <c>listen</c>.</summary>
/// <param name="Broker">The broker.</param>
/// <param name="Root">The root of the nodes' topics.</param>
/// <param name="ClientId">The name of a session that the broker keeps between two runs, or null.</param>
/// <param name="Targets">Where the samples are written.</param>
/// <param name="For">How long, or null for until Ctrl-C.</param>
/// <param name="Plain">Lines instead of a live table.</param>
public sealed record ListenOptions(
    BrokerAddress Broker, string Root, string? ClientId, SampleTargets Targets, TimeSpan? For, bool Plain);
