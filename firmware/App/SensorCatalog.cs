using System.Collections;
using UlmEdge.Core;
using UlmEdge.Core.Configuration;
using UlmEdge.Devices.Bmxx80;
using UlmEdge.Ports;

namespace UlmEdge.App
{
    /// <summary>Makes the sensors that the configuration names.</summary>
    public static class SensorCatalog
    {
        private const string Names = "bme280, bmp280, each also with @76 or @77 for its address";
        private const int I2cBus = 1;

        /// <summary>The sensors; a name that is not known is left out and complained of.</summary>
        public static ISensor[] Create(string[] names, Complaints complaints)
        {
            ArrayList sensors = new ArrayList();
            int channels = 0;
            foreach (string name in names)
            {
                ISensor sensor = Create(name);
                if (sensor == null)
                {
                    complaints.Add("sensors has \"" + name + "\"; known are " + Names + "; it is left out");
                }
                else if (channels + sensor.Quantities.Length > Limits.ChannelsMax)
                {
                    complaints.Add("sensors: " + name + " is one too many; it is left out");
                }
                else
                {
                    channels += sensor.Quantities.Length;
                    sensors.Add(sensor);
                }
            }

            return (ISensor[])sensors.ToArray(typeof(ISensor));
        }

        /// <summary>Every name that a configuration can have.</summary>
        public static string[] All()
        {
            return new[] { "bme280", "bme280@76", "bme280@77", "bmp280", "bmp280@76", "bmp280@77" };
        }

        private static ISensor Create(string name)
        {
            switch (name)
            {
                case "bme280": return new Bmx280Sensor(Bmx280Model.Bme280, I2cBus, Bmx280Sensor.AnyAddress);
                case "bme280@76": return new Bmx280Sensor(Bmx280Model.Bme280, I2cBus, 0x76);
                case "bme280@77": return new Bmx280Sensor(Bmx280Model.Bme280, I2cBus, 0x77);
                case "bmp280": return new Bmx280Sensor(Bmx280Model.Bmp280, I2cBus, Bmx280Sensor.AnyAddress);
                case "bmp280@76": return new Bmx280Sensor(Bmx280Model.Bmp280, I2cBus, 0x76);
                case "bmp280@77": return new Bmx280Sensor(Bmx280Model.Bmp280, I2cBus, 0x77);
                default: return null;
            }
        }
    }
}
