namespace UlmEdge.Simulator.Network;

/// <summary>What goes wrong on the way from the broker to one client; may be changed at any time from any thread.</summary>
public sealed class LinkFaults
{
    private volatile bool _losesPubacks;
    private volatile bool _doublesPubacks;
    private volatile int _pubackDelayMs;
    private volatile int _delayMs;

    /// <summary>Whether acknowledgements of publications are swallowed.</summary>
    public bool LosesPubacks
    {
        get => _losesPubacks;
        set => _losesPubacks = value;
    }

    /// <summary>Whether acknowledgements of publications come twice.</summary>
    public bool DoublesPubacks
    {
        get => _doublesPubacks;
        set => _doublesPubacks = value;
    }

    /// <summary>How late an acknowledgement of a publication is, in milliseconds of real time.</summary>
    public int PubackDelayMs
    {
        get => _pubackDelayMs;
        set => _pubackDelayMs = value;
    }

    /// <summary>How late every answer is, in milliseconds of real time.</summary>
    public int DelayMs
    {
        get => _delayMs;
        set => _delayMs = value;
    }
}
