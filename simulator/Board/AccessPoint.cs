using System.Net;

namespace UlmEdge.Simulator.Board;

/// <summary>The Wi-Fi access point of a board: on, until somebody pulls its plug.</summary>
public sealed class AccessPoint
{
    private volatile bool _isOn = true;
    private volatile bool _knowsNames = true;
    private volatile bool _hasTime = true;

    /// <summary>Hosts that are known behind it by their names, and where connections to them lead; others the desk looks up.</summary>
    public IReadOnlyDictionary<string, IPEndPoint> Hosts { get; set; } = new Dictionary<string, IPEndPoint>();

    /// <summary>Whether it lets boards in that have its name and password; a board with wrong ones never joins.</summary>
    public bool KnowsBoard { get; set; } = true;

    /// <summary>Called when a board looks a name up, before it is told; a test bench brings its instruments up here.</summary>
    public Action? NameAsked { get; set; }

    /// <summary>Whether boards can join.</summary>
    public bool IsOn
    {
        get => _isOn;
        set => _isOn = value;
    }

    /// <summary>Whether names are found behind it.</summary>
    public bool KnowsNames
    {
        get => _knowsNames;
        set => _knowsNames = value;
    }

    /// <summary>Whether a time server answers behind it.</summary>
    public bool HasTime
    {
        get => _hasTime;
        set => _hasTime = value;
    }
}
