using nanoFramework.Hardware.Esp32;
using UlmEdge.Devices.Samples;

namespace UlmEdge.Devices.Sen5x.Samples
{
    /// <summary>A SEN55 at the I2C bus, alone on an ESP32 DevKit.</summary>
    public static class Sen5xSample
    {
        /// <summary>Wires it up.</summary>
        public static SensorPrinter Printer()
        {
            Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
            return new SensorPrinter(new Sen5xSensor(Sen5xModel.Sen55, 1));
        }
    }
}
