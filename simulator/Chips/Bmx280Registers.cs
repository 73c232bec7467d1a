namespace UlmEdge.Simulator.Chips;

/// <summary>The memory map (BME280 5.3 table 18, BMP280 4.2 table 18).</summary>
internal static class Bmx280Registers
{
    public const byte CalibrationFirst = 0x88;
    public const byte CalibrationLast = 0xA1;
    public const byte Id = 0xD0;
    public const byte Reset = 0xE0;
    public const byte HumidityCalibrationFirst = 0xE1;
    public const byte HumidityCalibrationLast = 0xE7;
    public const byte CtrlHum = 0xF2;
    public const byte Status = 0xF3;
    public const byte CtrlMeas = 0xF4;
    public const byte Config = 0xF5;
    public const byte DataFirst = 0xF7;
    public const byte HumidityFirst = 0xFD;
    public const byte DataLast = 0xFE;

    /// <summary>The value that resets the chip when written to <see cref="Reset"/>.</summary>
    public const byte ResetCommand = 0xB6;

    /// <summary>Registers that only a chip with a humidity sensor has.</summary>
    public static bool IsHumidityOnly(byte register) => register
        is CtrlHum
        or (>= HumidityCalibrationFirst and <= HumidityCalibrationLast)
        or (>= HumidityFirst and <= DataLast);

    /// <summary>Registers that hold results of a conversion.</summary>
    public static bool IsData(byte register) => register is >= DataFirst and <= DataLast;

    /// <summary>Registers that the datasheet of either chip names.</summary>
    public static bool IsKnown(byte register) => IsData(register) || IsHumidityOnly(register) || register
        is (>= CalibrationFirst and <= CalibrationLast)
        or Id
        or Reset
        or Status
        or CtrlMeas
        or Config;
}
