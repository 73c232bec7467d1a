using UlmEdge.Core.Readings;
using UlmEdge.Ports;
using UlmEdge.Simulator.Weather;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Checkers;

/// <summary>A value lies within what the street had while it was measured, and what the sensor resolves; or it is missing.</summary>
/// <remarks>
/// Windows, means and chips that measure by themselves make a value one of the last minutes. A contact that no longer closes looks
/// like calm or dry air, so wind and rain are only held not to be more than there was.
/// </remarks>
/// <param name="airAt">The air at a world time.</param>
/// <param name="streetAt">What else there was.</param>
/// <param name="nowMs">World time at which it was delivered.</param>
internal sealed class StreetHonesty(Func<long, AirState> airAt, Func<long, StreetState> streetAt, long nowMs)
{
    private const int StepMs = 6_000;
    private const int Steps = 26; // The longest interval of a world, and some seconds.

    /// <summary>A sensor's binding has delivered.</summary>
    public void Check(NodeWitness witness, string sensor, IReadOnlyList<Quantity> quantities, IReadOnlyList<Reading> readings)
    {
        for (int i = 0; i < readings.Count; i++)
        {
            if (readings[i].Absence != Absence.None)
            {
                continue;
            }

            (double least, double most) = Bounds(quantities[i]);
            if (!(readings[i].Value >= least && readings[i].Value <= most))
            {
                witness.Break(
                    Promise.Honesty,
                    $"{Quantities.NameOf(quantities[i])} of {sensor} is said to be {readings[i].Value}, and was {least:F1} to {most:F1}");
            }
        }
    }

    // In the quantity's own unit; what it adds is resolution and rounding of the coarsest sensor that has it.
    private (double Least, double Most) Bounds(Quantity quantity) => quantity switch
    {
        Quantity.Temperature => Around(100, (air, _) => air.TemperatureCelsius, 0, 7),
        Quantity.RelativeHumidity => Around(100, (air, _) => air.HumidityPercent, 0, 15),
        Quantity.Pressure => Around(1, (air, _) => air.PressurePascal, 0, 10),
        Quantity.Pm1 => Around(10, (_, street) => street.Pm1, 0.02, 6),
        Quantity.Pm25 => Around(10, (_, street) => street.Pm25, 0.02, 6),
        Quantity.Pm4 => Around(10, (_, street) => street.Pm4, 0.02, 6),
        Quantity.Pm10 => Around(10, (_, street) => street.Pm10, 0.02, 6),
        Quantity.CarbonDioxide => Around(1, (_, street) => street.CarbonDioxidePpm, 0.12, 2), // Without a barometer it assumes sea level.
        Quantity.SoundLevel or Quantity.SoundLevelMin or Quantity.SoundLevelMax =>
            Around(10, (_, street) => street.SoundDecibels, 0, 80),
        Quantity.BatteryVoltage => Around(1000, (_, street) => street.BatteryVolts, 0, 5),
        Quantity.WindSpeed or Quantity.WindGust => (0, Around(100, (_, street) => street.WindMetresPerSecond, 0.05, 70).Most),
        // Of a quarter of an hour: readings may have failed.
        Quantity.Rain => (0, (Around(1000, (_, street) => street.RainMillimetresPerHour, 0.1, 0).Most / 4) + 600),
        _ => (double.NegativeInfinity, double.PositiveInfinity),
    };

    private (double Least, double Most) Around(
        double scale, Func<AirState, StreetState, double> truth, double share, double tolerance)
    {
        (double least, double most) = (double.PositiveInfinity, double.NegativeInfinity);
        for (int step = 0; step < Steps; step++)
        {
            long atMs = Math.Max(0, nowMs - (step * StepMs));
            double value = scale * truth(airAt(atMs), streetAt(atMs));
            (least, most) = double.IsNaN(value) ? (least, most) : (Math.Min(least, value), Math.Max(most, value));
        }

        return (least - tolerance - (share * Math.Abs(least)), most + tolerance + (share * Math.Abs(most)));
    }
}
