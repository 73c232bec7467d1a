using nanoFramework.Hardware.Esp32;
using UlmEdge.Devices.Samples;

namespace UlmEdge.Devices.Dnms.Samples
{
    /// <summary>A DNMS at the I2C bus, alone on an ESP32 DevKit.</summary>
    public static class DnmsSample
    {
        /// <summary>Wires it up.</summary>
        public static SensorPrinter Printer()
        {
            Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
            return new SensorPrinter(new DnmsSensor(1));
        }
    }
}
