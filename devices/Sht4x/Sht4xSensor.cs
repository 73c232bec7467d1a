using UlmEdge.Devices.Sensirion;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Sht4x
{
    /// <summary>A Sensirion SHT40, SHT41 or SHT45: temperature and relative humidity, one measurement at a time.</summary>
    /// <remarks>Between measurements the chip idles at 0.1 µA: it does not warm itself.</remarks>
    public sealed class Sht4xSensor : ISensor
    {
        // Datasheet table 5 (high repeatability: at most 8.3 ms) and section 4.5 (commands). The serial number's answer is there at once.
        private const byte MeasureHighPrecision = 0xFD;
        private const byte ReadSerialNumber = 0x89;
        private const int MeasureMs = 10;
        private const int AnswerMs = 1;

        // Looks at a chip that does not answer in time, and what is too many of them.
        private const int LookMs = 5;
        private const int LooksMax = 4;

        private readonly byte[] _measure = { MeasureHighPrecision };
        private readonly byte[] _readSerial = { ReadSerialNumber };
        private readonly byte[] _answer = new byte[6];
        private readonly SensirionPort _port;
        private Absence _outcome;
        private bool _isKnown;
        private bool _isMeasuring;
        private int _looks;

        /// <summary>A sensor on a bus; nothing is sent yet.</summary>
        /// <param name="busId">I2C bus from 1.</param>
        /// <param name="address">0x44, or 0x45 of parts with a B in their name.</param>
        public Sht4xSensor(int busId, int address)
        {
            _port = new SensirionPort(busId, address);
        }

        /// <inheritdoc/>
        public string Name => "sht4x";

        /// <inheritdoc/>
        public Quantity[] Quantities { get; } = { Quantity.Temperature, Quantity.RelativeHumidity };

        /// <inheritdoc/>
        public int LeadMs => 0;

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            _looks = 0;
            _isMeasuring = false;
            if (_isKnown)
            {
                return Measure();
            }

            _outcome = _port.Send(_readSerial);
            return _outcome == Absence.None ? AnswerMs : 0;
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            int waitMs = _outcome == Absence.None ? Receive() : 0;
            if (waitMs > 0)
            {
                return waitMs;
            }

            if (_outcome == Absence.None)
            {
                readings[offset] = Sht4xConversion.Temperature(SensirionPort.Word(_answer, 0));
                readings[offset + 1] = Sht4xConversion.Humidity(SensirionPort.Word(_answer, 1));
                return 0;
            }

            _isKnown = false;
            _port.Close();
            readings[offset] = Reading.Missing(_outcome);
            readings[offset + 1] = Reading.Missing(_outcome);
            return 0;
        }

        private int Measure()
        {
            _isMeasuring = true;
            _outcome = _port.Send(_measure);
            return _outcome == Absence.None ? MeasureMs : 0;
        }

        // Returns milliseconds to wait, or 0 with either the answer or the reason in _outcome.
        private int Receive()
        {
            _outcome = _port.Receive(_answer);
            if (_outcome == Absence.NotPresent)
            {
                return LookAgain();
            }

            if (_outcome != Absence.None || _isMeasuring)
            {
                return 0;
            }

            _isKnown = true; // Whatever the number is: its checksums say that a chip of the family has sent it.
            _looks = 0;
            return Measure();
        }

        // A chip that measures acknowledges nothing. One that still does so when it must have ended either never ends or is gone.
        private int LookAgain()
        {
            if (++_looks < LooksMax)
            {
                _outcome = Absence.None;
                return LookMs;
            }

            Absence isThere = _port.Send(_readSerial);
            _outcome = isThere == Absence.None ? Absence.Frozen : isThere;
            return 0;
        }
    }
}
