using UlmEdge.Simulator.Nano;

namespace System.Device.Adc;

/// <summary>The first analog-to-digital converter of the virtual board: 12 bits.</summary>
public class AdcController
{
    private readonly HostBoard _board = HostBoard.Current;

    /// <summary>The largest code.</summary>
    public int MaxValue => 4095;

    /// <summary>Opens a channel.</summary>
    /// <exception cref="ArgumentException">There is no such channel.</exception>
    public AdcChannel OpenChannel(int channelNumber) =>
        channelNumber is >= 0 and < 10 ? new AdcChannel(_board, channelNumber) : throw new ArgumentException();
}
