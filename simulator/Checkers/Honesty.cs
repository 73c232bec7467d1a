using UlmEdge.Ports;
using UlmEdge.Simulator.Weather;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Checkers;

/// <summary>A value is that of the air within what the chip resolves, whatever is done to chip and bus; or it is missing.</summary>
public static class Honesty
{
    // BME280 datasheet tables 2 to 4 at oversampling × 1: 0.005 °C, 0.008 %RH, 2.6 Pa; and half a unit of the integer. Humidity is
    // compensated with the temperature as it was measured, which can add to it: 0.0084 %RH were seen, once in ten million.
    private static readonly string[] Names = ["temp", "rh", "press"];
    private static readonly double[] Tolerances = [0.5 + 0.5, 1.0 + 0.5, 2.7 + 0.5];

    /// <summary>A sensor's binding has delivered.</summary>
    public static void Check(NodeWitness witness, AirState air, IReadOnlyList<Reading> readings)
    {
        for (int i = 0; i < readings.Count; i++)
        {
            double truth = i switch
            {
                0 => 100 * air.TemperatureCelsius,
                1 => 100 * air.HumidityPercent,
                _ => air.PressurePascal,
            };
            bool isTrue = !double.IsNaN(truth) && Math.Abs(readings[i].Value - truth) <= Tolerances[i];
            if (readings[i].Absence == Absence.None && !isTrue)
            {
                witness.Break(
                    Promise.Honesty, $"{Names[i]} is said to be {readings[i].Value}, and was {truth:F2}");
            }
        }
    }

    /// <summary>The node took a sample without its sensor.</summary>
    public static void CheckLeftOut(NodeWitness witness, IReadOnlyList<Reading> readings)
    {
        if (readings.Any(reading => reading.Absence == Absence.None))
        {
            witness.Break(Promise.Honesty, "a sample has values although no sensor was asked");
        }
    }
}
