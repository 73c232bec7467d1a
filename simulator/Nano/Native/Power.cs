using UlmEdge.Simulator.Nano;

namespace nanoFramework.Runtime.Native;

/// <summary>Restarts the board.</summary>
/// <remarks>
/// As upstream (nanoframework/nanoFramework.Runtime.Native:Power.cs), what a handler throws is swallowed.
/// </remarks>
public class Power
{
    /// <summary>Raised, on this board only, before it restarts.</summary>
    public static event RebootEventHandler? OnRebootEvent
    {
        add => BoardState.Current.Rebooting += value;
        remove => BoardState.Current.Rebooting -= value;
    }

    /// <summary>Restarts; does not return.</summary>
    public static void RebootDevice(RebootOption rebootOption = RebootOption.NormalReboot) =>
        RebootDevice(-1, rebootOption);

    /// <summary>Restarts; does not return. The desk does not limit the time that handlers take.</summary>
    public static void RebootDevice(
        int exeConstraintTimeout, RebootOption rebootOption = RebootOption.NormalReboot)
    {
        _ = exeConstraintTimeout;
        _ = rebootOption;
        HostBoard board = HostBoard.Current;
        try
        {
            BoardState.Of(board).Rebooting?.Invoke();
        }
        catch (Exception exception) when (exception is not BoardOffException)
        {
        }

        board.Reboot();
    }
}
