using UlmEdge.Simulator.Network;

namespace UlmEdge.Tests.Interop;

/// <summary>A broker that can be killed and started again.</summary>
internal interface IBrokerUnderTest
{
    /// <summary>Where the subscriber is, which sees everything.</summary>
    BrokerAddress Address { get; }

    /// <summary>Where the nodes are, in turn.</summary>
    IReadOnlyList<BrokerAddress> NodeAddresses { get; }

    /// <summary>Whether others serve while a part of it is killed.</summary>
    bool IsCluster { get; }

    /// <summary>Kills it, or the part of it that is to die, as kill -9 does.</summary>
    Task KillAsync();

    /// <summary>Starts again what was killed, and waits until it answers.</summary>
    Task StartAsync();
}
