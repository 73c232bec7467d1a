namespace UlmEdge.Simulator.Faults;

/// <summary>The kinds of faults that a world can have.</summary>
public enum FaultKind
{
    /// <summary>The power goes at any moment, also in the middle of a flash write.</summary>
    PowerCut,

    /// <summary>The power goes again while the node recovers from a cut.</summary>
    CutInRecovery,

    /// <summary>The node loses its power again and again soon after boot.</summary>
    RebootLoop,

    /// <summary>The access point is gone.</summary>
    WifiLoss,

    /// <summary>The broker's name is not found.</summary>
    DnsFailure,

    /// <summary>The broker is down.</summary>
    BrokerDown,

    /// <summary>The broker restarts and has forgotten its sessions.</summary>
    BrokerForgets,

    /// <summary>Acknowledgements of the broker do not arrive.</summary>
    PubackLost,

    /// <summary>Acknowledgements of the broker arrive late.</summary>
    PubackLate,

    /// <summary>Acknowledgements of the broker arrive twice.</summary>
    PubackDoubled,

    /// <summary>The connection swallows everything without being closed.</summary>
    HalfOpen,

    /// <summary>The broker answers slowly.</summary>
    SlowBroker,

    /// <summary>The sensor is unplugged.</summary>
    SensorAbsent,

    /// <summary>The sensor's conversions or values, or the lines of its bus, are stuck.</summary>
    SensorStuck,

    /// <summary>The sensor does not acknowledge.</summary>
    SensorNak,

    /// <summary>A bit flips on the sensor's bus.</summary>
    BitFlip,

    /// <summary>The sensor resets itself.</summary>
    SensorReset,

    /// <summary>The time of day jumps forward.</summary>
    ClockForward,

    /// <summary>The time of day jumps back.</summary>
    ClockBack,

    /// <summary>No time server answers after a boot.</summary>
    SntpBlocked,

    /// <summary>Memory is short: what allocates much may fail.</summary>
    HeapShortage,

    /// <summary>The flash refuses writes.</summary>
    FlashWriteError,

    /// <summary>The flash has no block left.</summary>
    FlashFull,
}
