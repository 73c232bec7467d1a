using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>Cups that close their contact once a second at 2.4 km/h.</summary>
public sealed class VirtualAnemometer(Func<long, StreetState> streetAt) : VirtualContact(streetAt)
{
    private const double KilometresPerHourAtOneHertz = 2.4;

    /// <inheritdoc/>
    protected override double ClosingsPerSecond(StreetState street) => street.WindMetresPerSecond * 3.6 / KilometresPerHourAtOneHertz;
}
