using System.Buffers.Binary;

namespace UlmEdge.Simulator.Chips;

/// <summary>The trimming parameters as they lie in the registers (BME280 table 16, BMP280 table 17).</summary>
internal static class CalibrationImage
{
    /// <summary>Registers 0x88 to 0xA1: temperature, pressure, a byte without meaning, and dig_H1.</summary>
    public static byte[] Trimming(FactoryCalibration part)
    {
        var image = new byte[Bmx280Registers.CalibrationLast - Bmx280Registers.CalibrationFirst + 1];
        ReadOnlySpan<short> words =
        [
            (short)part.T1, part.T2, part.T3,
            (short)part.P1, part.P2, part.P3, part.P4, part.P5, part.P6, part.P7, part.P8, part.P9,
        ];
        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(image.AsSpan(2 * i), words[i]);
        }

        image[^1] = part.H1;
        return image;
    }

    /// <summary>Registers 0xE1 to 0xE7; dig_H4 and dig_H5 share the middle one of their three.</summary>
    public static byte[] Humidity(FactoryCalibration part) =>
    [
        (byte)part.H2,
        (byte)(part.H2 >> 8),
        part.H3,
        (byte)(part.H4 >> 4),
        (byte)((part.H4 & 0x0F) | (part.H5 << 4)),
        (byte)(part.H5 >> 4),
        (byte)part.H6,
    ];
}
