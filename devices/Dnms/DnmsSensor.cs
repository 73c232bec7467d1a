using UlmEdge.Devices.Sensirion;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Dnms
{
    /// <summary>The sound levels since the reading before, as the DNMS calculates them. It never hands out audio.</summary>
    public sealed class DnmsSensor : ISensor
    {
        private const int Address = 0x55;
        private const int VersionCode = 0x0002;
        private const int CalculateCode = 0x0003;
        private const int ReadyCode = 0x0004;
        private const int ReadCode = 0x0005;
        private const int AnswerMs = 2;
        private const int LookMs = 20;
        private const int LooksMax = 25;

        private readonly SensirionPort _port;
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
                case Step.Identifying:
                    return Answered(_version) && IsDnms() ? Send(_calculate, Step.Calculating, LookMs) : 0;
                case Step.Calculating:
                    return Send(_askReady, Step.Asking, AnswerMs);
                case Step.Asking:
                    return Answered(_ready) ? LookWhetherReady() : 0;
                default:
                    Answered(_levels);
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
    }
}
