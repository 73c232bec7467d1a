using UlmEdge.Devices.Sensirion;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Scd4x
{
    /// <summary>A Sensirion SCD40 or SCD41 in low-power periodic measurement: a value every 30 seconds.</summary>
    /// <remarks>
    /// It is told the pressure that another sensor measures: without, a low-pressure area reads as less carbon dioxide. Automatic
    /// self-calibration stays on: it wants fresh air once a week, which is what there is outdoors.
    /// </remarks>
    public sealed class Scd4xSensor : ISensor, ICompensated
    {
        private const int Address = 0x62;

        // Datasheet table 9: commands and how long they take.
        private const int StopCode = 0x3F86;
        private const int StopMs = 500;
        private const int SerialCode = 0x3682;
        private const int StartLowPowerCode = 0x21AC;
        private const int PressureCode = 0xE000;
        private const int DataReadyCode = 0xE4B8;
        private const int ReadCode = 0xEC05;
        private const int AnswerMs = 2;
        private const int ReadyMask = 0x07FF;
        private const int PeriodMsMax = 40_000; // Of 30 s: its clock is no quartz.
        private const int HectopascalMin = 700;
        private const int HectopascalMax = 1_200;

        private readonly SensirionPort _port;
        private readonly byte[] _stop = SensirionPort.Command(StopCode);
        private readonly byte[] _readSerial = SensirionPort.Command(SerialCode);
        private readonly byte[] _start = SensirionPort.Command(StartLowPowerCode);
        private readonly byte[] _setPressure = SensirionPort.Command(PressureCode, 0);
        private readonly byte[] _askReady = SensirionPort.Command(DataReadyCode);
        private readonly byte[] _read = SensirionPort.Command(ReadCode);
        private readonly byte[] _status = new byte[3];
        private readonly byte[] _answer = new byte[9];
        private Absence _outcome;
        private Step _step;
        private bool _isRunning;
        private bool _isWaiting;
        private long _dataMs;
        private Absence _untilData = Absence.WarmingUp;
        private int _hectopascal;
        private int _toldHectopascal;

        /// <summary>A sensor on a bus; nothing is sent yet.</summary>
        /// <param name="busId">I2C bus from 1.</param>
        public Scd4xSensor(int busId)
        {
            _port = new SensirionPort(busId, Address);
        }

        private enum Step
        {
            Stopping,
            Identifying,
            Starting,
            Asking,
            Reading,
            TellingPressure,
        }

        /// <inheritdoc/>
        public string Name => "scd4x";

        /// <inheritdoc/>
        public Quantity[] Quantities { get; } = { Quantity.CarbonDioxide, Quantity.Temperature, Quantity.RelativeHumidity };

        /// <inheritdoc/>
        public int LeadMs => 0;

        /// <inheritdoc/>
        public void Compensate(Quantity quantity, int value)
        {
            if (quantity == Quantity.Pressure)
            {
                int hectopascal = (value + 50) / 100;
                _hectopascal = hectopascal >= HectopascalMin && hectopascal <= HectopascalMax ? hectopascal : _hectopascal;
            }
        }

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            _isWaiting = false;
            return _isRunning
                ? Send(_askReady, Step.Asking, AnswerMs)
                : Send(_stop, Step.Stopping, StopMs + AnswerMs);
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            int waitMs = _outcome == Absence.None ? Advance(uptimeMs) : 0;
            if (waitMs > 0)
            {
                return waitMs;
            }

            if (_outcome == Absence.None)
            {
                readings[offset] = Scd4xConversion.CarbonDioxide(SensirionPort.Word(_answer, 0));
                readings[offset + 1] = Scd4xConversion.Temperature(SensirionPort.Word(_answer, 1));
                readings[offset + 2] = Scd4xConversion.Humidity(SensirionPort.Word(_answer, 2));
                return 0;
            }

            for (int i = 0; i < Quantities.Length; i++)
            {
                readings[offset + i] = Reading.Missing(_outcome);
            }

            // A chip that no longer measures is started anew, and stays under that suspicion until it delivers.
            if (!_isWaiting)
            {
                _untilData = _outcome == Absence.Frozen ? Absence.Frozen : _untilData;
                _isRunning = false;
                _port.Close();
            }

            return 0;
        }

        private int Send(byte[] command, Step step, int waitMs)
        {
            _step = step;
            _outcome = _port.Send(command);
            return _outcome == Absence.None ? waitMs : 0;
        }

        // Returns milliseconds to wait, or 0 with either the answer or the reason in _outcome.
        private int Advance(long uptimeMs)
        {
            switch (_step)
            {
                case Step.Stopping:
                    return Send(_readSerial, Step.Identifying, AnswerMs);
                case Step.Identifying:
                    return Answered(_answer) ? TellPressureOrStart() : 0;
                case Step.Starting:
                    Send(_start, Step.Starting, 0);
                    return _outcome == Absence.None ? Started(uptimeMs) : 0;
                case Step.Asking:
                    return Answered(_status) ? IsReady(uptimeMs) ? Send(_read, Step.Reading, AnswerMs) : 0 : 0;
                case Step.Reading:
                    return Answered(_answer) ? Delivered(uptimeMs) : 0;
                default:
                    return 0; // The pressure was told; the answer is there.
            }
        }

        private bool Answered(byte[] answer)
        {
            _outcome = _port.Receive(answer);
            return _outcome == Absence.None;
        }

        private int TellPressureOrStart()
        {
            _toldHectopascal = 0;
            return _hectopascal == 0 ? Start() : TellPressure(Step.Starting);
        }

        private int Start()
        {
            _step = Step.Starting;
            return AnswerMs;
        }

        private int Started(long uptimeMs)
        {
            _isRunning = true;
            _dataMs = uptimeMs;
            return Wait();
        }

        private bool IsReady(long uptimeMs)
        {
            if ((SensirionPort.Word(_status, 0) & ReadyMask) != 0)
            {
                return true;
            }

            // The value before was delivered; there is no other one yet. Or there never will be.
            if (uptimeMs - _dataMs < PeriodMsMax)
            {
                Wait();
            }
            else
            {
                _outcome = Absence.Frozen;
            }

            return false;
        }

        private int Wait()
        {
            _isWaiting = true;
            _outcome = _untilData;
            return 0;
        }

        private int Delivered(long uptimeMs)
        {
            _dataMs = uptimeMs;
            _untilData = Absence.WarmingUp;
            return _hectopascal == _toldHectopascal ? 0 : TellPressure(Step.TellingPressure);
        }

        private int TellPressure(Step next)
        {
            SensirionPort.SetArgument(_setPressure, _hectopascal);
            _toldHectopascal = _hectopascal;
            return Send(_setPressure, next, AnswerMs);
        }
    }
}
