using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>A tipping bucket that closes its contact once for 0.2794 mm of rain.</summary>
public sealed class VirtualRainGauge(Func<long, StreetState> streetAt) : VirtualContact(streetAt)
{
    private const double MillimetresATip = 0.2794;

    /// <inheritdoc/>
    protected override double ClosingsPerSecond(StreetState street) => street.RainMillimetresPerHour / 3600 / MillimetresATip;
}
