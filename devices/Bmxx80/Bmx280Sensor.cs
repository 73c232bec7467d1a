using System;
using Iot.Device.Bmxx80;
using Iot.Device.Bmxx80.PowerMode;
using UlmEdge.Ports;
using UnitsNet;

namespace UlmEdge.Devices.Bmxx80
{
    /// <summary>A BME280 or BMP280 in forced mode, oversampling × 1, filter off ("weather monitoring", datasheet 3.5.1).</summary>
    /// <remarks>
    /// Between measurements the chip sleeps: it does not warm itself. Whatever is not certain gets a reason; see README.md
    /// for what each fault looks like on the bus.
    /// </remarks>
    public sealed class Bmx280Sensor : ISensor
    {
        /// <summary>Stands for "either address" in the constructor.</summary>
        public const int AnyAddress = 0;

        // Looks at a chip that is still converting, and what is too many of them. Counted, not timed: a loop that stalled
        // between reading its clock and starting the conversion must not hold that against the chip.
        private const int BusyLookMs = 10;
        private const int BusyLooksMax = 20;

        private readonly Bmx280Model _model;
        private readonly int _busId;
        private readonly int _address;
        private Bmx280Chip _chip;
        private Absence _outcome;
        private RawMeasurement _last;
        private bool _isProven;
        private int _busyLooks;

        /// <summary>A sensor on a bus; nothing is sent yet.</summary>
        /// <param name="model">The chip that must be there.</param>
        /// <param name="busId">I2C bus from 1.</param>
        /// <param name="address">0x76, 0x77 or <see cref="AnyAddress"/>.</param>
        public Bmx280Sensor(Bmx280Model model, int busId, int address)
        {
            _model = model;
            _busId = busId;
            _address = address;
            Quantities = new Quantity[model == Bmx280Model.Bme280 ? 3 : 2];
            Quantities[0] = Quantity.Temperature;
            Quantities[1] = Quantity.RelativeHumidity;
            Quantities[Quantities.Length - 1] = Quantity.Pressure;
        }

        /// <inheritdoc/>
        public string Name => _model == Bmx280Model.Bme280 ? "bme280" : "bmp280";

        /// <inheritdoc/>
        public Quantity[] Quantities { get; }

        /// <inheritdoc/>
        public int LeadMs => 0;

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            _isProven = _chip == null;
            _outcome = _chip == null ? Attach() : _chip.CheckSettings();
            return _outcome == Absence.None ? Start() : 0;
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            if (_outcome == Absence.None)
            {
                int waitMs = Measure(readings, offset);
                if (waitMs > 0)
                {
                    return waitMs;
                }
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
                _chip = Bmx280Chip.TryOpen(_model, _busId, _address, out Absence reason);
                return reason;
            }

            // Most cheap boards have the chip at 0x76, the data sheet's default. The reason that tells more counts.
            _chip = Bmx280Chip.TryOpen(_model, _busId, Bmx280Base.SecondaryI2cAddress, out Absence first);
            if (_chip != null)
            {
                return Absence.None;
            }

            _chip = Bmx280Chip.TryOpen(_model, _busId, Bmx280Base.DefaultI2cAddress, out Absence second);
            return _chip != null || second != Absence.NotPresent ? second : first;
        }

        private void Detach()
        {
            _chip?.Close();
            _chip = null;
        }

        private int Start()
        {
            try
            {
                _busyLooks = 0;
                _chip.Driver.SetPowerMode(Bmx280PowerMode.Forced);
                return _chip.Driver.GetMeasurementDuration();
            }
            catch (Exception)
            {
                _outcome = Absence.NoAnswer;
                return 0;
            }
        }

        // Returns milliseconds to wait, or 0 with either the readings or the reason in _outcome.
        private int Measure(Reading[] readings, int offset)
        {
            _outcome = _chip.CheckSettings();
            if (_outcome != Absence.None)
            {
                return 0;
            }

            if (!_chip.HasFinished())
            {
                _outcome = ++_busyLooks < BusyLooksMax ? Absence.None : Absence.Frozen;
                return _outcome == Absence.None ? BusyLookMs : 0;
            }

            if (!_chip.TryReadRaw(out RawMeasurement raw))
            {
                _outcome = Absence.NoAnswer;
                return 0;
            }

            if (raw.Equals(_last) && !_isProven)
            {
                return ProveAlive();
            }

            _last = raw;
            Convert(raw, readings, offset);
            return 0;
        }

        // The same codes twice in a row: still air, or registers that are latched. A chip that was reset and has empty
        // registers is alive, and the measurement that follows is a new one.
        private int ProveAlive()
        {
            Detach();
            _isProven = true;
            _outcome = Attach();
            return _outcome == Absence.None ? Start() : 0;
        }

        private void Convert(RawMeasurement raw, Reading[] readings, int offset)
        {
            Reading temperature = Reading.Missing(Absence.Implausible);
            Reading pressure = temperature;
            Reading humidity = temperature;
            try
            {
                // Compensation of pressure and humidity needs the temperature: without it there is nothing.
                if (raw.HasTemperature())
                {
                    temperature = ReadTemperature();
                    pressure = RawMeasurement.IsSignature20(raw.Pressure) ? pressure : ReadPressure();
                    humidity = RawMeasurement.IsSignature16(raw.Humidity) ? humidity : ReadHumidity();
                }
            }
            catch (Exception)
            {
                // The driver's formulas divide; on this platform a floating division by zero throws.
                _outcome = Absence.Implausible;
            }

            // The driver read the registers again, unchecked: they must have stood still, and the chip been there.
            if (_outcome == Absence.None && (!_chip.TryReadRaw(out RawMeasurement after) || !after.Equals(raw)))
            {
                _outcome = Absence.BadTransfer;
            }

            readings[offset] = temperature;
            readings[offset + Quantities.Length - 1] = pressure;
            if (_model == Bmx280Model.Bme280)
            {
                readings[offset + 1] = humidity;
            }
        }

        private Reading ReadTemperature()
        {
            bool isRead = _chip.Driver.TryReadTemperature(out Temperature value);
            bool isSeen = _chip.Witness.TryReadTemperature(out Temperature seen);
            return isRead && isSeen && Agree(value.DegreesCelsius, seen.DegreesCelsius)
                ? Bmx280Conversion.Temperature(value.DegreesCelsius)
                : Reading.Missing(Absence.BadTransfer);
        }

        private Reading ReadPressure()
        {
            bool isRead = _chip.Driver.TryReadPressure(out Pressure value);
            bool isSeen = _chip.Witness.TryReadPressure(out Pressure seen);
            return isRead && isSeen && Agree(value.Pascals, seen.Pascals)
                ? Bmx280Conversion.Pressure(value.Pascals)
                : Reading.Missing(Absence.BadTransfer);
        }

        private Reading ReadHumidity()
        {
            if (_model == Bmx280Model.Bmp280)
            {
                return Reading.Missing(Absence.NotPresent);
            }

            bool isRead = ((Bme280)_chip.Driver).TryReadHumidity(out RelativeHumidity value);
            bool isSeen = ((Bme280)_chip.Witness).TryReadHumidity(out RelativeHumidity seen);
            return isRead && isSeen && Agree(value.Percent, seen.Percent)
                ? Bmx280Conversion.Humidity(value.Percent)
                : Reading.Missing(Absence.BadTransfer);
        }

        private bool Agree(double value, double seen)
        {
            if (value != seen)
            {
                _outcome = Absence.BadTransfer;
            }

            return value == seen;
        }
    }
}
