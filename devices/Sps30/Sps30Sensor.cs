using UlmEdge.Devices.Particulates;
using UlmEdge.Devices.Sensirion;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Sps30
{
    /// <summary>A Sensirion SPS30: particulates as the trimmed mean of ten seconds, after thirty in which its fan runs.</summary>
    /// <remarks>Between measurements fan and laser rest, and no dust is drawn in.</remarks>
    public sealed class Sps30Sensor : ISensor
    {
        private const int Address = 0x69;

        // Datasheet table 6.
        private const int ResetCode = 0xD304;
        private const int ResetMs = 110; // At most 100, and a millisecond that had begun already.
        private const int ProductTypeCode = 0xD002;
        private const int SerialCode = 0xD033;
        private const int StartCode = 0x0010;
        private const int FloatFormat = 0x0300;
        private const int ReadyCode = 0x0202;
        private const int ReadCode = 0x0300;
        private const int StopCode = 0x0104;
        private const int AnswerMs = 22; // Those that the table gives no time for are read after 20, too.

        // 4.1: up to 30 s until the output is stable at low concentrations.
        private const int WarmUpMs = 30_000;
        private const int WindowValues = 10;
        private const int PeriodMs = 1_000;
        private const int LookMs = 200;
        private const int LooksMax = 15;

        private readonly SensirionPort _port;
        private readonly byte[] _reset = SensirionPort.Command(ResetCode);
        private readonly byte[] _askType = SensirionPort.Command(ProductTypeCode);
        private readonly byte[] _askSerial = SensirionPort.Command(SerialCode);
        private readonly byte[] _start = SensirionPort.Command(StartCode, FloatFormat);
        private readonly byte[] _askReady = SensirionPort.Command(ReadyCode);
        private readonly byte[] _read = SensirionPort.Command(ReadCode);
        private readonly byte[] _stop = SensirionPort.Command(StopCode);
        private readonly byte[] _type = new byte[12];
        private readonly byte[] _ready = new byte[3];
        private readonly byte[] _values = new byte[60];
        private readonly byte[] _single = new byte[4];
        private readonly ParticulateWindow[] _windows =
        {
            new ParticulateWindow(), new ParticulateWindow(), new ParticulateWindow(), new ParticulateWindow(),
        };

        private Absence _outcome;
        private Step _step;
        private bool _isIdle;
        private int _looks;

        /// <summary>A sensor on a bus; nothing is sent yet.</summary>
        /// <param name="busId">I2C bus from 1.</param>
        public Sps30Sensor(int busId)
        {
            _port = new SensirionPort(busId, Address);
        }

        private enum Step
        {
            Resetting,
            Identifying,
            WarmingUp,
            Asking,
            Reading,
        }

        /// <inheritdoc/>
        public string Name => "sps30";

        /// <inheritdoc/>
        public Quantity[] Quantities { get; } = { Quantity.Pm1, Quantity.Pm25, Quantity.Pm4, Quantity.Pm10 };

        /// <inheritdoc/>
        public int LeadMs => WarmUpMs + (WindowValues * PeriodMs);

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            _looks = 0;
            foreach (ParticulateWindow window in _windows)
            {
                window.Clear();
            }

            // What it does now is not known: it may have been measuring when the node restarted.
            return _isIdle ? Identify() : Send(_reset, Step.Resetting, ResetMs);
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            int waitMs = _outcome == Absence.None ? Advance() : 0;
            if (waitMs > 0)
            {
                return waitMs;
            }

            for (int i = 0; i < Quantities.Length; i++)
            {
                readings[offset + i] = _outcome == Absence.None ? Reading.Of(_windows[i].Mean) : Reading.Missing(_outcome);
            }

            _isIdle = IsRunning() && _port.Send(_stop) == Absence.None && _outcome == Absence.None;
            if (_outcome != Absence.None)
            {
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
        private int Advance()
        {
            switch (_step)
            {
                case Step.Resetting:
                    return Identify();
                case Step.Identifying:
                    return IsIdentified() ? Send(_start, Step.WarmingUp, WarmUpMs) : 0;
                case Step.WarmingUp:
                    return Send(_askReady, Step.Asking, AnswerMs);
                case Step.Asking:
                    return Answered(_ready) ? LookWhetherReady() : 0;
                default:
                    return Answered(_values) ? Take() : 0;
            }
        }

        // Whether fan and laser run, and would go on wearing until the next measurement. One that did not acknowledge is not told.
        private bool IsRunning()
        {
            return _step >= Step.WarmingUp
                && _outcome != Absence.NotPresent && _outcome != Absence.NoAnswer && _outcome != Absence.BusStuck;
        }

        // A SEN5x, which has the same address, does not know the first question, but the second.
        private int Identify()
        {
            int waitMs = Send(_askType, Step.Identifying, AnswerMs);
            _outcome = _port.OrWrongChip(_outcome, _askSerial);
            return waitMs;
        }

        private bool Answered(byte[] answer)
        {
            _outcome = _port.Receive(answer);
            return _outcome == Absence.None;
        }

        // Its product type is "00080000" (6.3.12).
        private bool IsIdentified()
        {
            if (!Answered(_type))
            {
                _outcome = _port.OrWrongChip(_outcome, _askSerial);
                return false;
            }

            bool isSps30 = SensirionPort.Word(_type, 0) == 0x3030 && SensirionPort.Word(_type, 1) == 0x3038;
            _outcome = isSps30 ? Absence.None : Absence.WrongChip;
            return isSps30;
        }

        private int LookWhetherReady()
        {
            if (SensirionPort.Word(_ready, 0) != 0)
            {
                _looks = 0;
                return Send(_read, Step.Reading, AnswerMs);
            }

            _step = Step.WarmingUp; // Ask again.
            _outcome = ++_looks < LooksMax ? Absence.None : Absence.Frozen;
            return _outcome == Absence.None ? LookMs : 0;
        }

        private int Take()
        {
            for (int i = 0; i < _windows.Length; i++)
            {
                int tenths = Sps30Conversion.Tenths(
                    SensirionPort.Word(_values, 2 * i), SensirionPort.Word(_values, (2 * i) + 1), _single);
                if (tenths == Sps30Conversion.Impossible)
                {
                    _outcome = Absence.OutOfRange;
                    return 0;
                }

                _windows[i].Add(tenths);
            }

            _step = Step.WarmingUp;
            return _windows[0].Count < WindowValues ? PeriodMs - (2 * AnswerMs) : 0;
        }
    }
}
