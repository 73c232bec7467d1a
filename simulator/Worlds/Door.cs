namespace UlmEdge.Simulator.Worlds;

/// <summary>What becomes of an attempt to connect, apart from faults of the network.</summary>
internal enum Door
{
    /// <summary>The broker takes the connection.</summary>
    Open,

    /// <summary>Nobody has this name.</summary>
    NoName,

    /// <summary>Nobody listens at this port.</summary>
    NoListener,

    /// <summary>TLS meets a broker that speaks none, or the other way round: neither understands the other.</summary>
    Silent,

    /// <summary>The broker's certificate is not believed: its authority, or the clock.</summary>
    Untrusted,

    /// <summary>The broker does not know this user, or not this password.</summary>
    Unauthorised,
}
