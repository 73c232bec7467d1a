using UlmEdge.Simulator.Nano;

namespace nanoFramework.Networking;

/// <summary>
/// The SNTP client. It only remembers what it is told: when the clock gets set is the virtual board's business.
/// </summary>
public class Sntp
{
    /// <summary>Whether it runs.</summary>
    public static bool IsStarted => BoardState.Current.Sntp.IsStarted;

    /// <summary>First server.</summary>
    public static string Server1
    {
        get => BoardState.Current.Sntp.Server1;
        set => BoardState.Current.Sntp.Server1 = value;
    }

    /// <summary>Second server.</summary>
    public static string Server2
    {
        get => BoardState.Current.Sntp.Server2;
        set => BoardState.Current.Sntp.Server2 = value;
    }

    /// <summary>Starts it.</summary>
    public static void Start() => BoardState.Current.Sntp.IsStarted = true;

    /// <summary>Stops it.</summary>
    public static void Stop() => BoardState.Current.Sntp.IsStarted = false;

    /// <summary>Asks for the time now.</summary>
    public static void UpdateNow() => BoardState.Current.Sntp.IsStarted = true;
}
