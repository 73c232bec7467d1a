using UlmEdge.Devices.Sensirion;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Sen5x
{
    /// <summary>A Sensirion SEN50, SEN54 or SEN55. It measures all the time: its gas indices compare with the last day.</summary>
    /// <remarks>The part is made to run for ten years without a pause (datasheet section 1).</remarks>
    public sealed class Sen5xSensor : ISensor
    {
        private const int Address = 0x69;

        // Datasheet table 15.
        private const int ResetCode = 0xD304;
        private const int ResetMs = 200;
        private const int NameCode = 0xD014;
        private const int SerialCode = 0xD033;
        private const int StartCode = 0x0021;
        private const int ReadyCode = 0x0202;
        private const int ReadCode = 0x03C4;
        private const int AnswerMs = 22;
        private const int FirstMs = 1_100;
        private const int LookMs = 200;
        private const int LooksMax = 12;

        // 4.1: the fan needs so long until the particulates are right.
        private const int WarmUpMs = 30_000;
        private const int ParticulateCount = 4;

        private readonly SensirionPort _port;
        private readonly Sen5xModel _model;
        private readonly byte[] _reset = SensirionPort.Command(ResetCode);
        private readonly byte[] _askName = SensirionPort.Command(NameCode);
        private readonly byte[] _askSerial = SensirionPort.Command(SerialCode);
        private readonly byte[] _start = SensirionPort.Command(StartCode);
        private readonly byte[] _askReady = SensirionPort.Command(ReadyCode);
        private readonly byte[] _read = SensirionPort.Command(ReadCode);
        private readonly byte[] _name = new byte[48];
        private readonly byte[] _ready = new byte[3];
        private readonly byte[] _values = new byte[24];
        private Absence _outcome;
        private Step _step;
        private bool _isRunning;
        private long _startedMs;
        private int _looks;

        /// <summary>A sensor on a bus; nothing is sent yet.</summary>
        /// <param name="model">Which one it must be.</param>
        /// <param name="busId">I2C bus from 1.</param>
        public Sen5xSensor(Sen5xModel model, int busId)
        {
            _model = model;
            _port = new SensirionPort(busId, Address);
            Quantities = QuantitiesOf(model);
        }

        private enum Step
        {
            Resetting,
            Identifying,
            Waiting,
            Asking,
            Reading,
        }

        /// <inheritdoc/>
        public string Name => _model == Sen5xModel.Sen50 ? "sen50" : _model == Sen5xModel.Sen54 ? "sen54" : "sen55";

        /// <inheritdoc/>
        public Quantity[] Quantities { get; }

        /// <inheritdoc/>
        public int LeadMs => 0;

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            _looks = 0;
            return _isRunning ? Send(_askReady, Step.Asking, AnswerMs) : Send(_reset, Step.Resetting, ResetMs);
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            int waitMs = _outcome == Absence.None ? Advance(uptimeMs) : 0;
            if (waitMs > 0)
            {
                return waitMs;
            }

            for (int i = 0; i < Quantities.Length; i++)
            {
                readings[offset + i] = _outcome == Absence.None ? ReadingOf(i, uptimeMs) : Reading.Missing(_outcome);
            }

            if (_outcome != Absence.None)
            {
                _isRunning = false;
                _port.Close();
            }

            return 0;
        }

        private static Quantity[] QuantitiesOf(Sen5xModel model)
        {
            Quantity[] all =
            {
                Quantity.Pm1, Quantity.Pm25, Quantity.Pm4, Quantity.Pm10,
                Quantity.RelativeHumidity, Quantity.Temperature, Quantity.VocIndex, Quantity.NoxIndex,
            };
            Quantity[] some = new Quantity[model == Sen5xModel.Sen50 ? ParticulateCount : model == Sen5xModel.Sen54 ? 7 : 8];
            for (int i = 0; i < some.Length; i++)
            {
                some[i] = all[i];
            }

            return some;
        }

        private Reading ReadingOf(int index, long uptimeMs)
        {
            int word = SensirionPort.Word(_values, index);
            switch (Quantities[index])
            {
                case Quantity.RelativeHumidity: return Sen5xConversion.Humidity(word);
                case Quantity.Temperature: return Sen5xConversion.Temperature(word);
                case Quantity.VocIndex:
                case Quantity.NoxIndex: return Sen5xConversion.Index(word);
                default:
                    return uptimeMs - _startedMs < WarmUpMs ? Reading.Missing(Absence.WarmingUp) : Sen5xConversion.Particulates(word);
            }
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
                case Step.Resetting:
                    return Identify();
                case Step.Identifying:
                    return IsIdentified() ? Start(uptimeMs) : 0;
                case Step.Waiting:
                    return Send(_askReady, Step.Asking, AnswerMs);
                case Step.Asking:
                    return Answered(_ready) ? LookWhetherReady() : 0;
                default:
                    Answered(_values);
                    return 0;
            }
        }

        // An SPS30, which has the same address, does not know the first question, but the second.
        private int Identify()
        {
            int waitMs = Send(_askName, Step.Identifying, AnswerMs);
            _outcome = _port.OrWrongChip(_outcome, _askSerial);
            return waitMs;
        }

        private bool Answered(byte[] answer)
        {
            _outcome = _port.Receive(answer);
            return _outcome == Absence.None;
        }

        private bool IsIdentified()
        {
            if (!Answered(_name))
            {
                _outcome = _port.OrWrongChip(_outcome, _askSerial);
                return false;
            }

            int digit = _model == Sen5xModel.Sen50 ? '0' : _model == Sen5xModel.Sen54 ? '4' : '5';
            bool isModel = SensirionPort.Word(_name, 0) == (('S' << 8) | 'E')
                && SensirionPort.Word(_name, 1) == (('N' << 8) | '5')
                && SensirionPort.Word(_name, 2) >> 8 == digit;
            _outcome = isModel ? Absence.None : Absence.WrongChip;
            return isModel;
        }

        private int Start(long uptimeMs)
        {
            int waitMs = Send(_start, Step.Waiting, FirstMs);
            _isRunning = waitMs > 0;
            _startedMs = uptimeMs;
            return waitMs;
        }

        private int LookWhetherReady()
        {
            if (SensirionPort.Word(_ready, 0) != 0)
            {
                return Send(_read, Step.Reading, AnswerMs);
            }

            _step = Step.Waiting; // Ask again.
            _outcome = ++_looks < LooksMax ? Absence.None : Absence.Frozen;
            return _outcome == Absence.None ? LookMs : 0;
        }
    }
}
