namespace UlmEdge.Simulator.Chips;

/// <summary>The analogue half of one BME680: what its converter makes of the truth.</summary>
/// <remarks>
/// A real part is trimmed so that the datasheet's formulas turn its codes into the truth. This one searches the code whose value comes
/// nearest to it. The formulas are those of BST-BME680-DS001 3.3, floating point, in the datasheet's own steps and names.
/// </remarks>
internal sealed class GasElement(GasPart part)
{
    private const double FinePerCelsius = 5120;
    private static readonly double[] LookupK1 = [0, 0, 0, 0, 0, -1, 0, -0.8, 0, 0, -0.2, -0.5, 0, -1, 0, 0];
    private static readonly double[] LookupK2 = [0, 0, 0, 0, 0.1, 0.7, 0, -0.8, -0.1, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Temperature code with so many of its 20 bits resolved.</summary>
    public int TemperatureCode(double celsius, int bits) => Round(Nearest(TFine, celsius * FinePerCelsius, 0xFFFFF), bits);

    /// <summary>Pressure code with so many of its 20 bits resolved.</summary>
    public int PressureCode(double celsius, double pascal, int bits) =>
        Round(Nearest(code => -Pressure(celsius * FinePerCelsius, code), -pascal, 0xFFFFF), bits);

    /// <summary>Humidity code.</summary>
    public int HumidityCode(double celsius, double percent) => Nearest(code => Humidity(celsius, code), percent, 0xFFFF);

    /// <summary>Range and code of a resistance: the chip takes the range in which the code is nearest to the middle.</summary>
    public (int Range, int Code) Gas(double ohm)
    {
        var best = Enumerable.Range(0, 16).MinBy(range => Math.Abs(GasCode(ohm, range) - 512));
        return (best, (int)Math.Clamp(Math.Round(GasCode(ohm, best)), 0, 1023));
    }

    /// <summary>How hot the plate gets with a value in res_heat_x: 3.3.5 solved for the target.</summary>
    public double PlateCelsius(int resHeat, double airCelsius)
    {
        var (g1, g2, g3) = part.Plate;
        var var5 = (resHeat / 3.4 + 25) * (1 + part.Gas.Correction * 0.002) * (4 + part.Gas.Range) / 4;
        var var4 = var5 - g3 / 1024.0 * airCelsius;
        return (var4 / (g1 / 16.0 + 49) - 1) / (g2 / 32768.0 * 0.0005 + 0.00235);
    }

    private double TFine(int code)
    {
        var (t1, t2, t3) = part.Temperature;
        var var1 = (code / 16384.0 - t1 / 1024.0) * t2;
        var var2 = Math.Pow(code / 131072.0 - t1 / 8192.0, 2) * (t3 * 16.0);
        return var1 + var2;
    }

    private double Pressure(double tFine, int code)
    {
        var (p1, p2, p3, p4, p5) = part.Pressure;
        var (p6, p7, p8, p9, p10) = part.PressureToo;
        var var1 = tFine / 2.0 - 64000.0;
        var var2 = var1 * var1 * (p6 / 131072.0);
        var2 += var1 * p5 * 2.0;
        var2 = var2 / 4.0 + p4 * 65536.0;
        var1 = (p3 * var1 * var1 / 16384.0 + p2 * var1) / 524288.0;
        var1 = (1.0 + var1 / 32768.0) * p1;
        var press = 1048576.0 - code;
        press = (press - var2 / 4096.0) * 6250.0 / var1;
        var1 = p9 * press * press / 2147483648.0;
        var2 = press * (p8 / 32768.0);
        var var3 = Math.Pow(press / 256.0, 3) * (p10 / 131072.0);
        return press + (var1 + var2 + var3 + p7 * 128.0) / 16.0;
    }

    private double Humidity(double celsius, int code)
    {
        var (h1, h2) = part.Humidity;
        var (h3, h4, h5, h6, h7) = part.HumidityToo;
        var var1 = code - (h1 * 16.0 + h3 / 2.0 * celsius);
        var var2 = var1 * (h2 / 262144.0 * (1.0 + h4 / 16384.0 * celsius + h5 / 1048576.0 * celsius * celsius));
        return var2 + (h6 / 16384.0 + h7 / 2097152.0 * celsius) * var2 * var2;
    }

    private double GasCode(double ohm, int range)
    {
        var var1 = 1340.0 + 5.0 * part.Gas.SwitchingError;
        var var2 = var1 * (1.0 + LookupK1[range] / 100.0);
        var var3 = 1.0 + LookupK2[range] / 100.0;
        return 512 + var2 * (1 / (ohm * var3 * 0.000000125 * (1 << range)) - 1);
    }

    private static int Nearest(Func<int, double> rising, double target, int codeMax)
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

    private static int Round(int code, int bits)
    {
        var step = 1 << (20 - bits);
        return Math.Min((code + step / 2) / step, 0xFFFFF / step) * step;
    }
}
