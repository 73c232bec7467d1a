namespace UlmEdge.Simulator.Network;

/// <summary>Who may connect to a broker, and who may do what there.</summary>
public interface IBrokerAccess
{
    /// <summary>Whether a user has this password.</summary>
    bool MayConnect(string? user, string? password);

    /// <summary>Whether a user may publish on a topic.</summary>
    bool MayWrite(string? user, string topic);

    /// <summary>Whether a user may subscribe to a filter.</summary>
    bool MayRead(string? user, string filter);
}
