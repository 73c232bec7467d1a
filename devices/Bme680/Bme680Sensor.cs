using UlmEdge.Ports;

namespace UlmEdge.Devices.Bme680
{
    /// <summary>A BME680: temperature, humidity, pressure, and the resistance of a layer at 320 °C; one measurement at a time.</summary>
    /// <remarks>It talks to the registers itself: the upstream driver looks at no transfer status. See README.md for the faults.</remarks>
    public sealed class Bme680Sensor : ISensor
    {
        /// <summary>Stands for "either address" in the constructor.</summary>
        public const int AnyAddress = 0;

        private const int FirstAddress = 0x76;
        private const int SecondAddress = 0x77;
        private const int ResetMs = 10;

        // Looks at a chip that has not ended, and what is too many of them: counted, since the loop may have stalled.
        private const int LookMs = 10;
        private const int LooksMax = 20;

        private readonly byte[] _reset = { Bme680Register.Reset, 0xB6 };
        private readonly int _busId;
        private readonly int _address;
        private Bme680Port _port;
        private Bme680Chip _chip;
        private Absence _outcome;
        private int _looks;
        private int _airCelsius = 25;
        private bool _wasHeated;

        /// <summary>A sensor on a bus; nothing is sent yet.</summary>
        /// <param name="busId">I2C bus from 1.</param>
        /// <param name="address">0x76, 0x77 or <see cref="AnyAddress"/>.</param>
        public Bme680Sensor(int busId, int address)
        {
            _busId = busId;
            _address = address;
        }

        /// <inheritdoc/>
        public string Name => "bme680";

        /// <inheritdoc/>
        public Quantity[] Quantities { get; } =
        {
            Quantity.Temperature, Quantity.RelativeHumidity, Quantity.Pressure, Quantity.GasResistance,
        };

        /// <inheritdoc/>
        public int LeadMs => 0;

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            _looks = 0;
            if (_chip != null)
            {
                _outcome = _chip.CheckSettings(out bool _);
                return _outcome == Absence.None ? Start() : 0;
            }

            Detach(); // A measurement may have been given up in the middle of a reset.
            _outcome = Attach();
            if (_outcome == Absence.None)
            {
                _outcome = _port.Write(_reset);
            }

            return _outcome == Absence.None ? ResetMs : 0;
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            int waitMs = _outcome != Absence.None ? 0 : _chip == null ? SetUp() : Measure(readings, offset);
            if (waitMs > 0)
            {
                return waitMs;
            }

            if (_outcome != Absence.None)
            {
                Detach();
                for (int i = 0; i < Quantities.Length; i++)
                {
                    readings[offset + i] = Reading.Missing(_outcome);
                }
            }

            return 0;
        }

        private Absence Attach()
        {
            if (_address != AnyAddress)
            {
                _port = Bme680Port.TryOpen(_busId, _address, out Absence reason);
                return reason;
            }

            // The reason that tells more counts.
            _port = Bme680Port.TryOpen(_busId, FirstAddress, out Absence first);
            if (_port != null)
            {
                return Absence.None;
            }

            _port = Bme680Port.TryOpen(_busId, SecondAddress, out Absence second);
            return _port != null || second != Absence.NotPresent ? second : first;
        }

        private void Detach()
        {
            _port?.Close();
            _port = null;
            _chip = null;
            _wasHeated = false;
        }

        // Behind the reset. Returns milliseconds to wait, or 0 with the reason in _outcome.
        private int SetUp()
        {
            _chip = Bme680Chip.TryRead(_port, out _outcome);
            return _outcome == Absence.None ? Start() : 0;
        }

        private int Start()
        {
            _outcome = _chip.Start(_airCelsius);
            return _outcome == Absence.None ? Bme680Chip.MeasureMs : 0;
        }

        // Returns milliseconds to wait, or 0 with either the readings or the reason in _outcome.
        private int Measure(Reading[] readings, int offset)
        {
            _outcome = _chip.CheckSettings(out bool isAsleep);
            bool hasEnded = false;
            Bme680Codes codes = default;
            if (_outcome == Absence.None && isAsleep)
            {
                _outcome = _chip.Read(out codes, out hasEnded);
            }

            if (_outcome != Absence.None)
            {
                return 0;
            }

            if (!hasEnded)
            {
                _outcome = ++_looks < LooksMax ? Absence.None : Absence.Frozen;
                return _outcome == Absence.None ? LookMs : 0;
            }

            Convert(codes, readings, offset);
            return 0;
        }

        private void Convert(Bme680Codes codes, Reading[] readings, int offset)
        {
            Reading none = Reading.Missing(Absence.Implausible);
            Bme680Calibration part = _chip.Calibration;
            double fine = Bme680Conversion.FineTemperature(part, codes.Temperature);

            // Pressure and humidity need the temperature: without it there is nothing.
            bool hasAir = codes.HasTemperature();
            readings[offset] = hasAir ? Bme680Conversion.Temperature(fine) : none;
            readings[offset + 1] = hasAir && codes.HasHumidity() ? Bme680Conversion.Humidity(part, fine, codes.Humidity) : none;
            readings[offset + 2] = hasAir && codes.HasPressure() ? Bme680Conversion.Pressure(part, fine, codes.Pressure) : none;
            readings[offset + 3] = codes.HasGas && codes.WasHot ? GasResistance(codes) : none;
            _wasHeated |= codes.HasGas && codes.WasHot;
            if (readings[offset].Absence == Absence.None)
            {
                _airCelsius = readings[offset].Value / 100;
            }
        }

        // What has settled on a layer that was cold burns off the first time, and the air's warmth was not known.
        private Reading GasResistance(Bme680Codes codes)
        {
            Reading resistance = Bme680Conversion.GasResistance(_chip.Calibration, codes.Gas, codes.GasRange);
            return _wasHeated || resistance.Absence != Absence.None
                ? resistance
                : Reading.Doubtful(resistance.Value, Quality.WarmUp);
        }
    }
}
