using System;
using System.Threading;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Samples
{
    /// <summary>A binding alone on a board, without a node: each value, or the reason for none, on the serial console.</summary>
    public sealed class SensorPrinter
    {
        private readonly ISensor _sensor;
        private readonly Reading[] _readings;

        /// <summary>A printer of one sensor.</summary>
        public SensorPrinter(ISensor sensor)
        {
            _sensor = sensor;
            _readings = new Reading[sensor.Quantities.Length];
        }

        /// <summary>Measures until the board is switched off.</summary>
        /// <param name="pauseMs">Between two measurements, in milliseconds.</param>
        public void Run(int pauseMs)
        {
            while (true)
            {
                PrintOnce();
                Thread.Sleep(pauseMs);
            }
        }

        /// <summary>Measures once. Alone on its board it may wait; a node never does.</summary>
        public void PrintOnce()
        {
            int waitMs = _sensor.Begin(Environment.TickCount64);
            do
            {
                Thread.Sleep(waitMs);
                waitMs = _sensor.Collect(Environment.TickCount64, _readings, 0);
            }
            while (waitMs > 0);

            for (int i = 0; i < _readings.Length; i++)
            {
                string label = _sensor.Name + ", " + LabelOf(_sensor.Quantities[i]) + ": ";
                Console.WriteLine(_readings[i].Absence == Absence.None
                    ? label + _readings[i].Value
                    : label + "none, reason " + (int)_readings[i].Absence + " of firmware/Ports/Absence.cs");
            }
        }

        private static string LabelOf(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.Temperature: return "temperature in 0.01 degrees Celsius";
                case Quantity.RelativeHumidity: return "relative humidity in 0.01 per cent";
                case Quantity.Pressure: return "pressure in pascal";
                case Quantity.Pm1: return "PM1 in 0.1 micrograms per cubic metre";
                case Quantity.Pm25: return "PM2.5 in 0.1 micrograms per cubic metre";
                case Quantity.Pm4: return "PM4 in 0.1 micrograms per cubic metre";
                case Quantity.Pm10: return "PM10 in 0.1 micrograms per cubic metre";
                case Quantity.CarbonDioxide: return "carbon dioxide in ppm";
                case Quantity.GasResistance: return "gas resistance in ohm";
                case Quantity.VocIndex: return "VOC index in tenths";
                case Quantity.NoxIndex: return "NOx index in tenths";
                case Quantity.SoundLevel: return "sound level in 0.1 dB";
                case Quantity.SoundLevelMin: return "least sound level in 0.1 dB";
                case Quantity.SoundLevelMax: return "greatest sound level in 0.1 dB";
                case Quantity.Rain: return "rain in micrometres";
                case Quantity.WindSpeed: return "wind in centimetres a second";
                case Quantity.WindGust: return "gust in centimetres a second";
                default: return "voltage in millivolts";
            }
        }
    }
}
