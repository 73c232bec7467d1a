namespace Iot.Device.Bmxx80;

/// <summary>Humidity calibration and the datasheet's floating-point formula (section 8.1 there).</summary>
/// <remarks>
/// H4 and H5 are 12 bits signed on the chip; upstream takes their high byte as unsigned, and so it is here.
/// </remarks>
internal sealed class Bme280HumidityCalibration
{
    private readonly byte _h1;
    private readonly short _h2;
    private readonly byte _h3;
    private readonly short _h4;
    private readonly short _h5;
    private readonly sbyte _h6;

    public Bme280HumidityCalibration(Func<byte, byte> read8, Func<byte, ushort> read16)
    {
        _h1 = read8(Bmx280Register.HumidityCalibration1);
        _h2 = (short)read16(Bmx280Register.HumidityCalibration2);
        _h3 = read8(Bmx280Register.HumidityCalibration3);
        _h4 = (short)(read8(Bmx280Register.HumidityCalibration4) << 4
            | read8(Bmx280Register.HumidityCalibration45) & 0x0F);
        _h5 = (short)(read8(Bmx280Register.HumidityCalibration5) << 4
            | read8(Bmx280Register.HumidityCalibration45) >> 4);
        _h6 = (sbyte)read8(Bmx280Register.HumidityCalibration6);
    }

    /// <summary>Relative humidity in per cent, clamped to 0 … 100.</summary>
    public double Humidity(int raw, double temperatureFine)
    {
        double humidity = temperatureFine - 76800.0;
        humidity = (raw - (_h4 * 64.0 + _h5 / 16384.0 * humidity))
            * (_h2 / 65536.0 * (1.0 + _h6 / 67108864.0 * humidity) * (1.0 + _h3 / (67108864.0 * humidity)));
        humidity *= 1.0 - _h1 * (humidity / 524288.0);

        // On nanoCLR NaN compares as greater, so there it ends up as 100, too.
        return humidity > 100 || double.IsNaN(humidity) ? 100 : humidity < 0 ? 0 : humidity;
    }
}
