namespace UlmEdge.Simulator.Board;

/// <summary>The Wi-Fi access point of a board: on, until somebody pulls its plug.</summary>
public sealed class AccessPoint
{
    private volatile bool _isOn = true;

    /// <summary>Whether boards can join.</summary>
    public bool IsOn
    {
        get => _isOn;
        set => _isOn = value;
    }
}
