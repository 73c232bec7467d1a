namespace Iot.Device.Bmxx80;

/// <summary>
/// Temperature and pressure calibration and the datasheet's floating-point formulas (section 8.1 there).
/// </summary>
internal sealed class Bmx280Calibration
{
    private readonly ushort _t1;
    private readonly short[] _t = new short[4];
    private readonly ushort _p1;
    private readonly short[] _p = new short[10];

    /// <param name="read16">Reads one little-endian word; each coefficient is one transfer of its own.</param>
    public Bmx280Calibration(Func<byte, ushort> read16)
    {
        _t1 = read16(Bmx280Register.TemperatureCalibration);
        for (int i = 2; i <= 3; i++)
        {
            _t[i] = (short)read16((byte)(Bmx280Register.TemperatureCalibration + 2 * (i - 1)));
        }

        _p1 = read16(Bmx280Register.PressureCalibration);
        for (int i = 2; i <= 9; i++)
        {
            _p[i] = (short)read16((byte)(Bmx280Register.PressureCalibration + 2 * (i - 1)));
        }
    }

    /// <summary>Fine temperature; 5120 to the degree.</summary>
    public double TemperatureFine(int raw)
    {
        double linear = (raw / 16384.0 - _t1 / 1024.0) * _t[2];
        double deviation = raw / 131072.0 - _t1 / 8192.0;
        return linear + deviation * (deviation * _t[3]);
    }

    /// <summary>Pressure in pascal.</summary>
    public double Pressure(int raw, double temperatureFine)
    {
        double var1 = temperatureFine / 2.0 - 64000.0;
        double var2 = var1 * var1 * _p[6] / 32768.0;
        var2 += var1 * _p[5] * 2.0;
        var2 = var2 / 4.0 + _p[4] * 65536.0;
        var1 = (_p[3] * var1 * var1 / 524288.0 + _p[2] * var1) / 524288.0;
        var1 = (1.0 + var1 / 32768.0) * _p1;
        if (var1 == 0.0)
        {
            return 0.0;
        }

        double pressure = 1048576.0 - raw;
        pressure = (pressure - var2 / 4096.0) * 6250.0 / var1;
        var1 = _p[9] * pressure * pressure / 2147483648.0;
        var2 = pressure * _p[8] / 32768.0;
        return pressure + (var1 + var2 + _p[7]) / 16.0;
    }
}
