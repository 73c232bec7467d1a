using UlmEdge.Devices.Samples;

namespace UlmEdge.Devices.Pulses.Samples
{
    /// <summary>A rain gauge, alone on an ESP32 DevKit.</summary>
    public static class RainSample
    {
        /// <summary>Wires it up.</summary>
        public static SensorPrinter Printer()
        {
            return new SensorPrinter(new RainSensor(13));
        }
    }
}
