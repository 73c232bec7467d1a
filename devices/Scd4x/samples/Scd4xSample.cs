using nanoFramework.Hardware.Esp32;
using UlmEdge.Devices.Samples;

namespace UlmEdge.Devices.Scd4x.Samples
{
    /// <summary>An SCD4x at the I2C bus, alone on an ESP32 DevKit.</summary>
    public static class Scd4xSample
    {
        /// <summary>Wires it up.</summary>
        public static SensorPrinter Printer()
        {
            Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
            return new SensorPrinter(new Scd4xSensor(1));
        }
    }
}
