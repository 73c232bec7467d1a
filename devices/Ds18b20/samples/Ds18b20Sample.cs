using nanoFramework.Hardware.Esp32;
using UlmEdge.Devices.Samples;

namespace UlmEdge.Devices.Ds18b20.Samples
{
    /// <summary>A DS18B20 at the third serial port, which is made a 1-Wire master, alone on an ESP32 DevKit.</summary>
    public static class Ds18b20Sample
    {
        /// <summary>Wires it up.</summary>
        public static SensorPrinter Printer()
        {
            Configuration.SetPinFunction(25, DeviceFunction.COM3_TX);
            Configuration.SetPinFunction(32, DeviceFunction.COM3_RX);
            return new SensorPrinter(new Ds18b20Sensor("COM3"));
        }
    }
}
