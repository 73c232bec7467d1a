using UlmEdge.Devices.Bme680;

namespace UlmEdge.Tests.Devices;

/// <summary>The datasheet's integer formulas (BST-BME680-DS001 section 3.3), step by step.</summary>
internal static class Bme680Integers
{
    public static int FineTemperature(Bme680Calibration part, int code)
    {
        long var1 = (code >> 3) - ((long)part.T1 << 1);
        long var2 = (var1 * part.T2) >> 11;
        long var3 = ((((var1 >> 1) * (var1 >> 1)) >> 12) * ((long)part.T3 << 4)) >> 14;
        return (int)(var2 + var3);
    }

    public static int CentiCelsius(int fine) => ((fine * 5) + 128) >> 8;

    public static int Pressure(Bme680Calibration part, int fine, int code)
    {
        long var1 = (fine >> 1) - 64_000;
        long var2 = ((((var1 >> 2) * (var1 >> 2)) >> 11) * part.P6) >> 2;
        var2 += (var1 * part.P5) << 1;
        var2 = (var2 >> 2) + ((long)part.P4 << 16);
        var1 = (((((var1 >> 2) * (var1 >> 2)) >> 13) * ((long)part.P3 << 5)) >> 3) + ((part.P2 * var1) >> 1);
        var1 >>= 18;
        var1 = ((32_768 + var1) * part.P1) >> 15;
        long pressure = (1_048_576 - code - (var2 >> 12)) * 3_125;
        pressure = (pressure << 1) / var1;
        var1 = (part.P9 * (((pressure >> 3) * (pressure >> 3)) >> 13)) >> 12;
        var2 = ((pressure >> 2) * part.P8) >> 13;
        long var3 = ((pressure >> 8) * (pressure >> 8) * (pressure >> 8) * part.P10) >> 17;
        return (int)(pressure + ((var1 + var2 + var3 + ((long)part.P7 << 7)) >> 4));
    }

    public static int CentiPercent(Bme680Calibration part, int fine, int code)
    {
        long scaled = CentiCelsius(fine);
        long var1 = code - (part.H1 << 4) - (scaled * part.H3 / 100 >> 1);
        long var2 = (part.H2 * ((scaled * part.H4 / 100) + (((scaled * (scaled * part.H5 / 100)) >> 6) / 100) + (1 << 14))) >> 10;
        long var3 = var1 * var2;
        long var4 = ((part.H6 << 7) + (scaled * part.H7 / 100)) >> 4;
        long var5 = ((var3 >> 14) * (var3 >> 14)) >> 10;
        long var6 = (var4 * var5) >> 1;
        long milliPercent = (((var3 + var6) >> 10) * 1_000) >> 12;
        return (int)Math.Clamp(milliPercent / 10, 0, 10_000);
    }

    public static long Ohm(Bme680Calibration part, int code, int range)
    {
        long[] gain = [.. Enumerable.Repeat(2_147_483_647L, 16)];
        (gain[5], gain[7], gain[10], gain[11], gain[13]) = (2_126_008_810, 2_130_303_777, 2_143_188_679, 2_136_746_228, 2_126_008_810);
        long[] resistor =
        [
            4_096_000_000, 2_048_000_000, 1_024_000_000, 512_000_000, 255_744_255, 127_110_228, 64_000_000, 32_258_064,
            16_016_016, 8_000_000, 4_000_000, 2_000_000, 1_000_000, 500_000, 250_000, 125_000,
        ];
        long var1 = ((1_340 + (5L * part.RangeError)) * gain[range]) >> 16;
        long var2 = ((long)code << 15) - 16_777_216 + var1;
        long var3 = (resistor[range] * var1) >> 9;
        return (var3 + (var2 >> 1)) / var2;
    }

    public static int HeaterTargetAtZero(Bme680Calibration part, int plate)
    {
        long var2 = (part.G1 + 784L) * ((((part.G2 + 154_009L) * plate * 5 / 100) + 3_276_800) / 10);
        long var4 = var2 / 2 / (part.HeaterRange + 4);
        long var5 = (131L * part.HeaterCorrection) + 65_536;
        return (int)(((((var4 / var5) - 250) * 34) + 50) / 100);
    }
}
