using UlmEdge.Simulator.Nano;

namespace System.Device.Adc;

/// <summary>One opened channel.</summary>
public class AdcChannel : IDisposable
{
    private readonly HostBoard _board;
    private readonly int _channel;

    internal AdcChannel(HostBoard board, int channel)
    {
        _board = board;
        _channel = channel;
    }

    /// <summary>Converts once.</summary>
    public int ReadValue() => _board.ReadAdc(_channel);

    /// <summary>Gives the channel free.</summary>
    public void Dispose() => GC.SuppressFinalize(this);
}
