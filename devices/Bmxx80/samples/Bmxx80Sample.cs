using nanoFramework.Hardware.Esp32;
using UlmEdge.Devices.Samples;

namespace UlmEdge.Devices.Bmxx80.Samples
{
    /// <summary>A BME280 at either address of the I2C bus, alone on an ESP32 DevKit.</summary>
    public static class Bmxx80Sample
    {
        /// <summary>Wires it up.</summary>
        public static SensorPrinter Printer()
        {
            Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
            return new SensorPrinter(new Bmx280Sensor(Bmx280Model.Bme280, 1, Bmx280Sensor.AnyAddress));
        }
    }
}
