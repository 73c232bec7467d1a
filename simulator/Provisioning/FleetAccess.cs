using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Provisioning;

/// <summary>The rights of a fleet's users, by the files that Mosquitto is given.</summary>
internal sealed class FleetAccess(MosquittoPasswords passwords, MosquittoRights rights) : IBrokerAccess
{
    /// <inheritdoc/>
    public bool MayConnect(string? user, string? password) => passwords.Knows(user, password);

    /// <inheritdoc/>
    public bool MayWrite(string? user, string topic) => rights.MayWrite(user, topic);

    /// <inheritdoc/>
    public bool MayRead(string? user, string filter) => rights.MayRead(user, filter);
}
