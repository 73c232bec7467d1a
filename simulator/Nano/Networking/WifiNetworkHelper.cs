using UlmEdge.Simulator.Nano;

namespace nanoFramework.Networking;

/// <summary>Joins the provisioned Wi-Fi network.</summary>
/// <remarks>
/// As upstream (nanoframework/System.Device.Wifi:NetworkHelper/WifiNetworkHelper.cs): failure is false and a status,
/// never an exception; the default token waits for ever; a cancelled token is a failure even when the network is
/// there.
/// </remarks>
public static class WifiNetworkHelper
{
    private const int PollMs = 200;
    private const int PlausibleYear = 2021;

    /// <summary>How far the last call got.</summary>
    public static NetworkHelperStatus Status => BoardState.Current.Wifi.Status;

    /// <summary>What went wrong when the status is ExceptionOccurred.</summary>
    public static Exception? HelperException => BoardState.Current.Wifi.HelperException;

    /// <summary>Waits until the board has an address and, if asked, the time of day.</summary>
    public static bool Reconnect(
        bool requiresDateTime = false, int wifiAdapterId = 0, CancellationToken token = default)
    {
        HostBoard board = HostBoard.Current;
        WifiState state = BoardState.Of(board).Wifi;
        try
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(wifiAdapterId, 0);
            state.Status = NetworkHelperStatus.Started;
            state.Status = Wait(board, requiresDateTime, token);
        }
        catch (Exception exception) when (exception is not BoardOffException)
        {
            state.Status = NetworkHelperStatus.ExceptionOccurred;
            state.HelperException = exception;
        }

        return state.Status == NetworkHelperStatus.NetworkIsReady;
    }

    private static NetworkHelperStatus Wait(HostBoard board, bool requiresDateTime, CancellationToken token)
    {
        if (!board.Network.Join(token) || token.IsCancellationRequested)
        {
            return NetworkHelperStatus.TokenExpiredWaitingIPAddress;
        }

        while (requiresDateTime && !KnowsTime(board))
        {
            if (token.IsCancellationRequested)
            {
                return NetworkHelperStatus.TokenExpiredWaitingDateTime;
            }

            board.Sleep(PollMs);
        }

        return NetworkHelperStatus.NetworkIsReady;
    }

    private static bool KnowsTime(HostBoard board) =>
        DateTimeOffset.FromUnixTimeMilliseconds(board.ClockUnixMs).Year >= PlausibleYear;
}
