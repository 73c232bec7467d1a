using nanoFramework.Hardware.Esp32;
using UlmEdge.Devices.Samples;

namespace UlmEdge.Devices.Sht4x.Samples
{
    /// <summary>An SHT4x at 0x44 of the I2C bus, alone on an ESP32 DevKit.</summary>
    public static class Sht4xSample
    {
        /// <summary>Wires it up.</summary>
        public static SensorPrinter Printer()
        {
            Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
            return new SensorPrinter(new Sht4xSensor(1, 0x44));
        }
    }
}
