using UlmEdge.Core.Configuration;
using UlmEdge.Ports;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Checkers;

/// <summary>
/// In the clear a node talks only to brokers that its own file has in the clear; a password goes only to the broker that the file
/// names for it, and into no message.
/// </summary>
public static class Confidentiality
{
    /// <summary>A connection is tried.</summary>
    public static void CheckAttempt(NodeWitness witness, NodeConfiguration provisioned, BrokerSession session)
    {
        BrokerSettings? named = provisioned.Brokers.FirstOrDefault(broker => broker.Host == session.Host);
        if (!session.IsEncrypted && named is not { IsEncrypted: false })
        {
            witness.Break(Promise.Confidentiality, $"it talks to {session.Host} in the clear, and its file does not say so");
        }

        if (session.Password is not null && named?.Password != session.Password)
        {
            witness.Break(Promise.Confidentiality, $"{session.Host} is given a password that is another broker's");
        }
    }

    /// <summary>A message has arrived.</summary>
    public static void CheckMessage(NodeWitness witness, string topic, ReadOnlySpan<byte> payload)
    {
        if (payload.IndexOf(WorldConfiguration.PasswordMark) >= 0)
        {
            witness.Break(Promise.Confidentiality, $"there is a password in {topic}");
        }
    }
}
