using nanoFramework.Hardware.Esp32;
using UlmEdge.Devices.Samples;

namespace UlmEdge.Devices.Sds011.Samples
{
    /// <summary>An SDS011 at the second serial port, alone on an ESP32 DevKit.</summary>
    public static class Sds011Sample
    {
        /// <summary>Wires it up.</summary>
        public static SensorPrinter Printer()
        {
            Configuration.SetPinFunction(33, DeviceFunction.COM2_TX);
            Configuration.SetPinFunction(27, DeviceFunction.COM2_RX);
            return new SensorPrinter(new Sds011Sensor("COM2"));
        }
    }
}
