using UlmEdge.Devices.Sensirion;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Dnms
{
    /// <summary>The sound levels since the reading before, as the DNMS calculates them. It never hands out audio.</summary>
    /// <remarks>
    /// Its firmware listens only once it was told to: its "reset" does no more than that. One that restarted by itself answers
    /// everything and hears nothing; it gives away that all its levels are 0.
    /// </remarks>
    public sealed class DnmsSensor : ISensor
    {
        private const int Address = 0x55;
        private const int ListenCode = 0x0001;
        private const int ListenMs = 1_000; // It throws away what it hears first.
        private const int VersionCode = 0x0002;
        private const int CalculateCode = 0x0003;
        private const int ReadyCode = 0x0004;
        private const int ReadCode = 0x0005;
        private const int AnswerMs = 2;
        private const int LookMs = 20;
        private const int LooksMax = 25;

        private readonly SensirionPort _port;
        private readonly byte[] _listen = SensirionPort.Command(ListenCode);
        private readonly byte[] _askVersion = SensirionPort.Command(VersionCode);
        private readonly byte[] _calculate = SensirionPort.Command(CalculateCode);
        private readonly byte[] _askReady = SensirionPort.Command(ReadyCode);
        private readonly byte[] _read = SensirionPort.Command(ReadCode);
        private readonly byte[] _version = new byte[27];
        private readonly byte[] _ready = new byte[3];
        private readonly byte[] _levels = new byte[18];
        private readonly byte[] _single = new byte[4];
        private Absence _outcome;
        private Step _step;
        private bool _isListening;
        private Absence _untilHeard = Absence.WarmingUp;
        private int _looks;

        /// <summary>A sensor on a bus; nothing is sent yet.</summary>
        /// <param name="busId">I2C bus from 1.</param>
        public DnmsSensor(int busId)
        {
            _port = new SensirionPort(busId, Address);
        }

        private enum Step
        {
            Identifying,
            BeginningToListen,
            Calculating,
            Asking,
            Reading,
        }

        /// <inheritdoc/>
        public string Name => "dnms";

        /// <inheritdoc/>
        public Quantity[] Quantities { get; } = { Quantity.SoundLevel, Quantity.SoundLevelMin, Quantity.SoundLevelMax };

        /// <inheritdoc/>
        public int LeadMs => 0;

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            _looks = 0;
            return Send(_askVersion, Step.Identifying, AnswerMs);
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
                readings[offset + i] = _outcome != Absence.None ? Reading.Missing(_outcome)
                    : DnmsConversion.Level(SensirionPort.Word(_levels, 2 * i), SensirionPort.Word(_levels, (2 * i) + 1), _single);
            }

            if (_outcome != Absence.None && _outcome != Absence.WarmingUp)
            {
                _isListening = false;
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
                case Step.Identifying:
                    return Answered(_version) && IsDnms() ? ListenOrCalculate() : 0;
                case Step.BeginningToListen:
                    return Send(_calculate, Step.Calculating, LookMs);
                case Step.Calculating:
                    return Send(_askReady, Step.Asking, AnswerMs);
                case Step.Asking:
                    return Answered(_ready) ? LookWhetherReady() : 0;
                default:
                    _outcome = Answered(_levels) ? Judge() : _outcome;
                    return 0;
            }
        }

        private bool Answered(byte[] answer)
        {
            _outcome = _port.Receive(answer);
            return _outcome == Absence.None;
        }

        private bool IsDnms()
        {
            bool isDnms = SensirionPort.Word(_version, 0) == (('D' << 8) | 'N') && SensirionPort.Word(_version, 1) == (('M' << 8) | 'S');
            _outcome = isDnms ? Absence.None : Absence.WrongChip;
            return isDnms;
        }

        private int ListenOrCalculate()
        {
            return _isListening ? Send(_calculate, Step.Calculating, LookMs) : Send(_listen, Step.BeginningToListen, ListenMs);
        }

        private int LookWhetherReady()
        {
            if (SensirionPort.Word(_ready, 0) != 0)
            {
                return Send(_read, Step.Reading, AnswerMs);
            }

            _step = Step.Calculating; // Ask again.
            _outcome = ++_looks < LooksMax ? Absence.None : Absence.Frozen;
            return _outcome == Absence.None ? LookMs : 0;
        }

        // Its firmware sets the least and the greatest level to 0 for each new reading, and the mean only when it starts.
        private Absence Judge()
        {
            bool hasHeard = IsSet(1) || IsSet(2);
            if (_isListening)
            {
                Absence silence = IsSet(0) ? Absence.Frozen : Absence.Restarted;
                _untilHeard = hasHeard ? Absence.WarmingUp : silence;
                return hasHeard ? Absence.None : silence;
            }

            // There was no reading before, since which there could be levels: from now on there is. One that fell silent stays
            // under that suspicion until something is heard.
            _isListening = hasHeard || _untilHeard == Absence.WarmingUp;
            return _isListening ? Absence.WarmingUp : Absence.Frozen;
        }

        private bool IsSet(int level)
        {
            return SensirionPort.Word(_levels, 2 * level) != 0 || SensirionPort.Word(_levels, (2 * level) + 1) != 0;
        }
    }
}
