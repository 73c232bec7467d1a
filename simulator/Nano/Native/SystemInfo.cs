using UlmEdge.Simulator.Nano;

namespace nanoFramework.Runtime.Native;

/// <summary>What the board's firmware build says of itself.</summary>
public static class SystemInfo
{
    /// <summary>Version of the CLR whose behaviour the façades follow.</summary>
    public static Version Version { get; } = new(1, 17, 0, 339);

    /// <summary>Chip family.</summary>
    public static string Platform => "ESP32";

    /// <summary>Name of the firmware build.</summary>
    public static string TargetName => HostBoard.Current.TargetName;
}
