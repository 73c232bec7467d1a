using System.Collections;
using UlmEdge.App.Boards;
using UlmEdge.Core;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Readings;
using UlmEdge.Devices.Battery;
using UlmEdge.Devices.Bme680;
using UlmEdge.Devices.Bmxx80;
using UlmEdge.Devices.Dnms;
using UlmEdge.Devices.Ds18b20;
using UlmEdge.Devices.Pms;
using UlmEdge.Devices.Pulses;
using UlmEdge.Devices.Scd4x;
using UlmEdge.Devices.Sds011;
using UlmEdge.Devices.Sen5x;
using UlmEdge.Devices.Sht4x;
using UlmEdge.Devices.Sps30;
using UlmEdge.Devices.Tmp117;
using UlmEdge.Ports;

namespace UlmEdge.App
{
    /// <summary>Makes the sensors that the configuration names.</summary>
    public sealed class SensorCatalog
    {
        private const string Known =
            "bme280, bmp280, bme680 (also with @76 or @77), sht4x (also with @44 or @45), tmp117 (also with @48 to @4b), scd4x, dnms, " +
            "sps30, sen50, sen54, sen55, sds011, pms5003, pms7003, ds18b20, battery, rain, wind";

        private const int I2cBus = 1;
        private const string SerialPortName = "COM2";
        private const string OneWirePortName = "COM3";

        private readonly BoardFacts _board;
        private readonly Complaints _complaints;
        private readonly int[] _instances = new int[Quantities.Count];
        private int _channels;
        private bool _isSerialTaken;
        private bool _isOneWireTaken;
        private bool _isBatteryTaken;
        private bool _isRainTaken;
        private bool _isWindTaken;

        private SensorCatalog(BoardFacts board, Complaints complaints)
        {
            _board = board;
            _complaints = complaints;
        }

        /// <summary>The sensors; one that is not known, or has no place on the board, is left out and complained of.</summary>
        /// <param name="names">The names of the sensors.</param>
        /// <param name="board">The board.</param>
        /// <param name="complaints">Takes what is left out.</param>
        /// <param name="fitted">Takes the names of those that were made, in their order.</param>
        public static ISensor[] Create(string[] names, BoardFacts board, Complaints complaints, out string[] fitted)
        {
            ArrayList made = new ArrayList();
            SensorCatalog catalog = new SensorCatalog(board, complaints);
            ArrayList sensors = new ArrayList();
            foreach (string name in names)
            {
                ISensor sensor = catalog.Create(name);
                if (sensor != null && !catalog.TakesChannels(sensor.Quantities))
                {
                    complaints.Add("sensors: " + name + " is one too many; it is left out");
                }
                else if (sensor != null)
                {
                    sensors.Add(sensor);
                    made.Add(name);
                }
            }

            fitted = (string[])made.ToArray(typeof(string));

            return (ISensor[])sensors.ToArray(typeof(ISensor));
        }

        /// <summary>Every name that a configuration can have.</summary>
        public static string[] All()
        {
            return new[]
            {
                "bme280", "bme280@76", "bme280@77", "bmp280", "bmp280@76", "bmp280@77", "bme680", "bme680@76", "bme680@77",
                "sht4x", "sht4x@44", "sht4x@45", "tmp117", "tmp117@48", "tmp117@49", "tmp117@4a", "tmp117@4b", "scd4x", "dnms", "sps30",
                "sen50", "sen54", "sen55",
                "sds011", "pms5003", "pms7003", "ds18b20", "battery", "rain", "wind",
            };
        }

        private ISensor Create(string name)
        {
            switch (name)
            {
                case "bme280": return new Bmx280Sensor(Bmx280Model.Bme280, I2cBus, Bmx280Sensor.AnyAddress);
                case "bme280@76": return new Bmx280Sensor(Bmx280Model.Bme280, I2cBus, 0x76);
                case "bme280@77": return new Bmx280Sensor(Bmx280Model.Bme280, I2cBus, 0x77);
                case "bmp280": return new Bmx280Sensor(Bmx280Model.Bmp280, I2cBus, Bmx280Sensor.AnyAddress);
                case "bmp280@76": return new Bmx280Sensor(Bmx280Model.Bmp280, I2cBus, 0x76);
                case "bmp280@77": return new Bmx280Sensor(Bmx280Model.Bmp280, I2cBus, 0x77);
                case "bme680": return new Bme680Sensor(I2cBus, Bme680Sensor.AnyAddress);
                case "bme680@76": return new Bme680Sensor(I2cBus, 0x76);
                case "bme680@77": return new Bme680Sensor(I2cBus, 0x77);
                case "sht4x":
                case "sht4x@44": return new Sht4xSensor(I2cBus, 0x44);
                case "sht4x@45": return new Sht4xSensor(I2cBus, 0x45);
                case "tmp117":
                case "tmp117@48": return new Tmp117Sensor(I2cBus, 0x48);
                case "tmp117@49": return new Tmp117Sensor(I2cBus, 0x49);
                case "tmp117@4a": return new Tmp117Sensor(I2cBus, 0x4A);
                case "tmp117@4b": return new Tmp117Sensor(I2cBus, 0x4B);
                case "scd4x": return new Scd4xSensor(I2cBus);
                case "dnms": return new DnmsSensor(I2cBus);
                case "sps30": return new Sps30Sensor(I2cBus);
                case "sen50": return new Sen5xSensor(Sen5xModel.Sen50, I2cBus);
                case "sen54": return new Sen5xSensor(Sen5xModel.Sen54, I2cBus);
                case "sen55": return new Sen5xSensor(Sen5xModel.Sen55, I2cBus);
                default: return CreateAtPort(name);
            }
        }

        private ISensor CreateAtPort(string name)
        {
            switch (name)
            {
                case "sds011": return TakesSerial(name) ? new Sds011Sensor(SerialPortName) : null;
                case "pms5003":
                case "pms7003": return TakesSerial(name) ? new PmsSensor(SerialPortName) : null;
                case "ds18b20": return TakesOneWire(name) ? new Ds18b20Sensor(OneWirePortName) : null;
                default: return CreateAtPin(name);
            }
        }

        private ISensor CreateAtPin(string name)
        {
            switch (name)
            {
                case "battery":
                    return TakesPin(name, "a converter's pin", _board.BatteryPin, ref _isBatteryTaken) ? NewBattery() : null;
                case "rain":
                    return TakesPin(name, "a pulse counter", _board.RainPin, ref _isRainTaken) ? new RainSensor(_board.RainPin) : null;
                case "wind":
                    return TakesPin(name, "a pulse counter", _board.WindPin, ref _isWindTaken) ? new WindSensor(_board.WindPin) : null;
                default:
                    _complaints.Add("sensors has \"" + name + "\"; known are " + Known + "; it is left out");
                    return null;
            }
        }

        // A batch can tell four thermometers apart, and so with every quantity.
        private bool TakesChannels(Quantity[] quantities)
        {
            bool hasRoom = _channels + quantities.Length <= Limits.ChannelsMax;
            foreach (Quantity quantity in quantities)
            {
                hasRoom &= _instances[(int)quantity] < Channel.InstancesMax;
            }

            for (int i = 0; hasRoom && i < quantities.Length; i++)
            {
                _instances[(int)quantities[i]]++;
                _channels++;
            }

            return hasRoom;
        }

        private bool TakesSerial(string name)
        {
            if (_isSerialTaken)
            {
                _complaints.Add("sensors: " + name + " needs the serial port, which another one has; it is left out");
                return false;
            }

            _isSerialTaken = true;
            _board.RouteSerial();
            return true;
        }

        private bool TakesOneWire(string name)
        {
            if (_isOneWireTaken || !_board.TryRouteOneWire())
            {
                string who = _isOneWireTaken ? "another one has" : _board.Name + " does not have";
                _complaints.Add("sensors: " + name + " needs a 1-Wire port, which " + who + "; it is left out");
                return false;
            }

            _isOneWireTaken = true;
            return true;
        }

        private bool TakesPin(string name, string what, int pin, ref bool isTaken)
        {
            if (isTaken || pin < 0)
            {
                string who = isTaken ? "another one has" : _board.Name + " does not have";
                _complaints.Add("sensors: " + name + " needs " + what + ", which " + who + "; it is left out");
                return false;
            }

            isTaken = true;
            return true;
        }

        private ISensor NewBattery()
        {
            _board.RouteBattery();
            return new BatterySensor(_board.BatteryChannel, _board.AnalogSlope, _board.AnalogOffsetMillivolts);
        }
    }
}
