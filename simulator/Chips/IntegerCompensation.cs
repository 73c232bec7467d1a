namespace UlmEdge.Simulator.Chips;

/// <summary>The datasheet's integer compensation: converter codes and trimming parameters to physical values.</summary>
/// <remarks>
/// BME280 4.2.3, BMP280 3.11.3. Intermediates are 64 bit throughout: where the datasheet's 32 bits suffice the results
/// are the same, and elsewhere they stay monotonic instead of wrapping, which the search in
/// <see cref="SensingElement"/> needs.
/// </remarks>
public static class IntegerCompensation
{
    /// <summary>Temperature in units of 1/5120 °C (t_fine).</summary>
    public static long FineTemperature(FactoryCalibration part, int code)
    {
        long adc = code;
        var linear = (((adc >> 3) - ((long)part.T1 << 1)) * part.T2) >> 11;
        var offset = (adc >> 4) - part.T1;
        var square = (((offset * offset) >> 12) * part.T3) >> 14;
        return linear + square;
    }

    /// <summary>Temperature in hundredths of a degree Celsius.</summary>
    public static long CentiCelsius(long fineTemperature) => (fineTemperature * 5 + 128) >> 8;

    /// <summary>Pressure in 1/256 Pa (Q24.8).</summary>
    public static long PressureQ8(FactoryCalibration part, long fineTemperature, int code)
    {
        var temperature = fineTemperature - 128000;
        var offset = temperature * temperature * part.P6;
        offset += (temperature * part.P5) << 17;
        offset += (long)part.P4 << 35;
        var scale = ((temperature * temperature * part.P3) >> 8) + ((temperature * part.P2) << 12);
        scale = (((1L << 47) + scale) * part.P1) >> 33;
        if (scale == 0)
        {
            return 0; // the datasheet's guard against a division by zero
        }

        long pressure = 1048576 - code;
        pressure = ((pressure << 31) - offset) * 3125 / scale;
        var square = (part.P9 * (pressure >> 13) * (pressure >> 13)) >> 25;
        var linear = (part.P8 * pressure) >> 19;
        return ((pressure + square + linear) >> 8) + ((long)part.P7 << 4);
    }

    /// <summary>Relative humidity in 1/1024 per cent (Q22.10), clamped to 0 … 100 %.</summary>
    public static long HumidityQ10(FactoryCalibration part, long fineTemperature, int code)
    {
        const long hundredPercent = 419430400;
        var temperature = fineTemperature - 76800;
        var reading = (((long)code << 14) - ((long)part.H4 << 20) - part.H5 * temperature + 16384) >> 15;
        var slope = (temperature * part.H6) >> 10;
        slope = ((slope * (((temperature * part.H3) >> 11) + 32768)) >> 10) + 2097152;
        var humidity = reading * ((slope * part.H2 + 8192) >> 14);
        humidity -= ((((humidity >> 15) * (humidity >> 15)) >> 7) * part.H1) >> 4;
        return Math.Clamp(humidity, 0, hundredPercent) >> 12;
    }
}
