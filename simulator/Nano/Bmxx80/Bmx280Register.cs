namespace Iot.Device.Bmxx80;

/// <summary>Registers of the BMP280 and BME280 (Bosch BST-BME280-DS002, section 5.4).</summary>
internal static class Bmx280Register
{
    public const byte TemperatureCalibration = 0x88;
    public const byte PressureCalibration = 0x8E;
    public const byte HumidityCalibration1 = 0xA1;
    public const byte ChipId = 0xD0;
    public const byte Reset = 0xE0;
    public const byte HumidityCalibration2 = 0xE1;
    public const byte HumidityCalibration3 = 0xE3;
    public const byte HumidityCalibration4 = 0xE4;
    public const byte HumidityCalibration45 = 0xE5;
    public const byte HumidityCalibration5 = 0xE6;
    public const byte HumidityCalibration6 = 0xE7;
    public const byte ControlHumidity = 0xF2;
    public const byte Status = 0xF3;
    public const byte ControlMeasurement = 0xF4;
    public const byte Configuration = 0xF5;
    public const byte PressureData = 0xF7;
    public const byte TemperatureData = 0xFA;
    public const byte HumidityData = 0xFD;
}
