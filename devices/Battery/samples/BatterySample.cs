using nanoFramework.Hardware.Esp32;
using UlmEdge.Devices.Samples;

namespace UlmEdge.Devices.Battery.Samples
{
    /// <summary>The divider at a battery, alone on an ESP32 DevKit.</summary>
    public static class BatterySample
    {
        /// <summary>Wires it up.</summary>
        public static SensorPrinter Printer()
        {
            Configuration.SetPinFunction(35, DeviceFunction.ADC1_CH7);
            // The line of an ESP32 at full attenuation: firmware/App/Boards/BoardCatalog.cs.
            return new SensorPrinter(new BatterySensor(7, 52_798, 142));
        }
    }
}
