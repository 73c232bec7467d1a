using nanoFramework.Hardware.Esp32;
using UlmEdge.Devices.Samples;

namespace UlmEdge.Devices.Bme680.Samples
{
    /// <summary>A BME680 at either address of the I2C bus, alone on an ESP32 DevKit.</summary>
    public static class Bme680Sample
    {
        /// <summary>Wires it up.</summary>
        public static SensorPrinter Printer()
        {
            Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
            return new SensorPrinter(new Bme680Sensor(1, Bme680Sensor.AnyAddress));
        }
    }
}
