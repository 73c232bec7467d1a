using UlmEdge.Devices.Samples;

namespace UlmEdge.Devices.Pulses.Samples
{
    /// <summary>An anemometer, alone on an ESP32 DevKit.</summary>
    public static class WindSample
    {
        /// <summary>Wires it up.</summary>
        public static SensorPrinter Printer()
        {
            return new SensorPrinter(new WindSensor(26));
        }
    }
}
