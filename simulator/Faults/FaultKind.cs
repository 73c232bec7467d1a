namespace UlmEdge.Simulator.Faults;

/// <summary>What can go wrong around a node.</summary>
public enum FaultKind
{
    /// <summary>The power goes: between two operations of the flash or in the middle of one.</summary>
    PowerCut,

    /// <summary>The power goes, and again at one of the first flash operations after it is back.</summary>
    CutInRecovery,

    /// <summary>A bad contact: the node starts and loses power, again and again.</summary>
    RebootLoop,

    /// <summary>The access point is gone.</summary>
    WifiLoss,

    /// <summary>The broker's name cannot be looked up.</summary>
    DnsFailure,

    /// <summary>Nobody listens at the broker's port; connections are closed.</summary>
    BrokerDown,

    /// <summary>The broker restarts and knows nothing of its sessions, nor of what it had not acknowledged.</summary>
    BrokerForgets,

    /// <summary>Messages arrive, their PUBACK does not.</summary>
    PubackLost,

    /// <summary>PUBACK comes late, perhaps after the client has given up.</summary>
    PubackLate,

    /// <summary>PUBACK comes twice.</summary>
    PubackDoubled,

    /// <summary>The connection swallows everything and is not closed.</summary>
    HalfOpen,

    /// <summary>The broker takes seconds for everything.</summary>
    SlowBroker,

    /// <summary>The sensor's plug is pulled.</summary>
    SensorAbsent,

    /// <summary>The sensor no longer converts, or its data or the bus hang.</summary>
    SensorStuck,

    /// <summary>Some transfers find no acknowledge.</summary>
    SensorNak,

    /// <summary>A bit flips on the bus.</summary>
    BitFlip,

    /// <summary>The sensor restarts by itself and loses its settings.</summary>
    SensorReset,

    /// <summary>The time server is ahead.</summary>
    ClockForward,

    /// <summary>The time server is behind.</summary>
    ClockBack,

    /// <summary>No time server answers.</summary>
    SntpBlocked,

    /// <summary>Allocations fail now and then.</summary>
    HeapShortage,

    /// <summary>The flash refuses to write, and may leave a part.</summary>
    FlashWriteError,

    /// <summary>Other files take the flash's space.</summary>
    FlashFull,

    /// <summary>Somebody sends commands without end: good, unknown, broken, stale, repeated and huge ones.</summary>
    CommandStorm,

    /// <summary>The firmware dies within seconds of each start, or whenever it talks to its sensor.</summary>
    BootLoop,

    /// <summary>The broker's certificate comes from another authority.</summary>
    CaRotation,

    /// <summary>The node starts without a time server, or with one that is years off: certificates are not valid at such times.</summary>
    WrongTime,

    /// <summary>The node is sent a configuration: most are nonsense, or would cut it off.</summary>
    BadConfiguration,
}
