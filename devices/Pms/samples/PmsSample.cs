using nanoFramework.Hardware.Esp32;
using UlmEdge.Devices.Samples;

namespace UlmEdge.Devices.Pms.Samples
{
    /// <summary>A PMS5003 or PMS7003 at the second serial port, alone on an ESP32 DevKit.</summary>
    public static class PmsSample
    {
        /// <summary>Wires it up.</summary>
        public static SensorPrinter Printer()
        {
            Configuration.SetPinFunction(33, DeviceFunction.COM2_TX);
            Configuration.SetPinFunction(27, DeviceFunction.COM2_RX);
            return new SensorPrinter(new PmsSensor("COM2"));
        }
    }
}
