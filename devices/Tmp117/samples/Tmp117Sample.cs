using nanoFramework.Hardware.Esp32;
using UlmEdge.Devices.Samples;

namespace UlmEdge.Devices.Tmp117.Samples
{
    /// <summary>A TMP117 at 0x48 of the I2C bus, alone on an ESP32 DevKit.</summary>
    public static class Tmp117Sample
    {
        /// <summary>Wires it up.</summary>
        public static SensorPrinter Printer()
        {
            Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
            return new SensorPrinter(new Tmp117Sensor(1, 0x48));
        }
    }
}
