using nanoFramework.Hardware.Esp32;
using UlmEdge.Devices.Samples;

namespace UlmEdge.Devices.Template.Samples
{
    /// <summary>The chip at 0x2A of the I2C bus, alone on an ESP32 DevKit.</summary>
    public static class TemplateSample
    {
        /// <summary>Wires it up.</summary>
        public static SensorPrinter Printer()
        {
            Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
            return new SensorPrinter(new TemplateSensor(1, 0x2A));
        }
    }
}
