namespace UlmEdge.Simulator.Network;

/// <summary>What came of an attempt to connect to a broker.</summary>
public enum ConnectOutcome
{
    /// <summary>Connected and subscribed.</summary>
    Connected,

    /// <summary>Nobody there, or somebody who does not speak MQTT.</summary>
    Unreachable,

    /// <summary>Somebody answers, but not in the version of MQTT that was tried.</summary>
    Misunderstood,

    /// <summary>The broker knows no such user, or the password is wrong, or the user may not read the topic.</summary>
    Refused,
}
