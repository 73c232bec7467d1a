using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>The analogue half of one part: air in, converter codes out.</summary>
/// <remarks>
/// A real part is trimmed so that the datasheet's compensation turns its codes into the truth. This one goes the other
/// way: it searches the code whose compensation comes nearest to the truth, so that no driver's arithmetic is used.
/// </remarks>
internal sealed class SensingElement(FactoryCalibration part)
{
    private const int Code20Max = 0xFFFFF;
    private const int Code16Max = 0xFFFF;
    private const double FinePerCelsius = 5120;

    /// <summary>Converts what the settings ask for; unknown air counts as a channel that was skipped.</summary>
    public RawSample Digitise(AirState air, MeasurementSettings settings)
    {
        // The element's true temperature shapes the other two codes: without it there is none of the three.
        if (double.IsNaN(air.TemperatureCelsius))
        {
            return new RawSample(RawSample.Skipped20, RawSample.Skipped20, RawSample.Skipped16);
        }

        var fine = (long)Math.Round(air.TemperatureCelsius * FinePerCelsius);
        return new RawSample(
            settings.TemperatureSamples > 0
                ? Round(TemperatureCode(fine), settings.Bits(settings.TemperatureSamples))
                : RawSample.Skipped20,
            settings.PressureSamples > 0 && !double.IsNaN(air.PressurePascal)
                ? Round(PressureCode(fine, air.PressurePascal), settings.Bits(settings.PressureSamples))
                : RawSample.Skipped20,
            settings.HumiditySamples > 0 && !double.IsNaN(air.HumidityPercent)
                ? HumidityCode(fine, air.HumidityPercent)
                : RawSample.Skipped16);
    }

    // The integer formula does not look at the three lowest bits, so the search does not either.
    private int TemperatureCode(long fine) =>
        8 * Nearest(code => IntegerCompensation.FineTemperature(part, 8 * code), fine, Code20Max / 8);

    private int PressureCode(long fine, double pascal) =>
        Nearest(code => -IntegerCompensation.PressureQ8(part, fine, code), -pascal * 256, Code20Max);

    private int HumidityCode(long fine, double percent) =>
        Nearest(code => IntegerCompensation.HumidityQ10(part, fine, code), percent * 1024, Code16Max);

    /// <summary>The code whose value comes nearest to the target; <paramref name="rising"/> never falls.</summary>
    private static int Nearest(Func<int, long> rising, double target, int codeMax)
    {
        int low = 0, high = codeMax;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (rising(middle) < target)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && target - rising(low - 1) < rising(low) - target ? low - 1 : low;
    }

    /// <summary>Drops the bits that the oversampling does not resolve, to the nearest.</summary>
    private static int Round(int code, int bits)
    {
        var step = 1 << (20 - bits);
        return Math.Min((code + step / 2) / step, Code20Max / step) * step;
    }
}
