using UlmEdge.Ports;

namespace UlmEdge.Devices.Ds18b20
{
    /// <summary>A Maxim DS18B20, alone on its wire and with a supply of its own: temperature to a sixteenth of a degree.</summary>
    /// <remarks>
    /// After power-on its register says 85 °C, which is also a temperature. So the node writes a mark into its alarm registers, which
    /// do not keep it without supply: a scratchpad without the mark is that of a chip that has restarted.
    /// </remarks>
    public sealed class Ds18b20Sensor : ISensor
    {
        // Datasheet: ROM commands, function commands; table 3: 12 bits take 750 ms at most.
        private const byte ReadRom = 0x33;
        private const byte SkipRom = 0xCC;
        private const byte ConvertTemperature = 0x44;
        private const byte WriteScratchpad = 0x4E;
        private const byte ReadScratchpad = 0xBE;
        private const byte TwelveBits = 0x7F;
        private const byte MarkHigh = 0x55;
        private const byte MarkLow = 0x2A;
        private const int Family = 0x28;
        private const int RomBytes = 8;
        private const int ScratchpadBytes = 9;
        private const int ConversionMs = 750;
        private const int LookMs = 50;
        private const int LooksMax = 6;

        private readonly OneWireUart _wire;
        private readonly OneWireTransfer _rom = new OneWireTransfer(new[] { ReadRom }, RomBytes);
        private readonly OneWireTransfer _mark = new OneWireTransfer(new[] { SkipRom, WriteScratchpad, MarkHigh, MarkLow, TwelveBits }, 0);
        private readonly OneWireTransfer _convert = new OneWireTransfer(new[] { SkipRom, ConvertTemperature }, 0);
        private readonly OneWireTransfer _progress = new OneWireTransfer(new byte[0], 1);
        private readonly OneWireTransfer _scratchpad = new OneWireTransfer(new[] { SkipRom, ReadScratchpad }, ScratchpadBytes);
        private Absence _outcome;
        private Step _step;
        private bool _hasReset;
        private bool _isKnown;
        private int _looks;

        /// <summary>A sensor at a port; nothing is sent yet.</summary>
        public Ds18b20Sensor(string portName)
        {
            _wire = new OneWireUart(portName);
        }

        private enum Step
        {
            Identify,
            Mark,
            Convert,
            Wait,
            Read,
        }

        /// <inheritdoc/>
        public string Name => "ds18b20";

        /// <inheritdoc/>
        public Quantity[] Quantities { get; } = { Quantity.Temperature };

        /// <inheritdoc/>
        public int LeadMs => 0;

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            _looks = 0;
            _outcome = Absence.None;
            return Reset(_isKnown ? Step.Convert : Step.Identify);
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            int waitMs = _outcome == Absence.None ? Advance() : 0;
            if (waitMs > 0)
            {
                return waitMs;
            }

            readings[offset] = _outcome == Absence.None
                ? Ds18b20Conversion.Temperature(_scratchpad.Read[0], _scratchpad.Read[1])
                : Reading.Missing(_outcome);
            if (_outcome != Absence.None)
            {
                _isKnown = false;
                _wire.Close();
            }

            return 0;
        }

        // Each step but the waiting begins with a reset. Returns milliseconds to wait, or 0 when done or with the reason in _outcome.
        private int Advance()
        {
            if (_step == Step.Wait)
            {
                return LookWhetherConverted();
            }

            return _hasReset ? Finish() : Start();
        }

        private int Reset(Step step)
        {
            _step = step;
            _hasReset = false;
            _outcome = _wire.TryReset() ? Absence.None : Absence.NoAnswer;
            return _outcome == Absence.None ? OneWireUart.ResetMs : 0;
        }

        private int Start()
        {
            _hasReset = true;
            _outcome = _wire.Presence();
            return _outcome == Absence.None ? Transfer(Current()) : 0;
        }

        private int Transfer(OneWireTransfer transfer)
        {
            _outcome = _wire.TryTransfer(transfer) ? Absence.None : Absence.NoAnswer;
            return _outcome == Absence.None ? OneWireUart.TransferMs : 0;
        }

        private int Finish()
        {
            _outcome = _wire.TakeTransfer(Current());
            if (_outcome != Absence.None)
            {
                return 0;
            }

            switch (_step)
            {
                case Step.Identify:
                    _outcome = JudgeRom();
                    return _outcome == Absence.None ? Reset(Step.Mark) : 0;
                case Step.Mark:
                    _isKnown = true;
                    return Reset(Step.Convert);
                case Step.Convert:
                    _step = Step.Wait;
                    _hasReset = false;
                    return ConversionMs;
                default:
                    _outcome = JudgeScratchpad();
                    return 0;
            }
        }

        // While it converts a chip with a supply of its own answers zeros to whoever reads.
        private int LookWhetherConverted()
        {
            if (!_hasReset)
            {
                _hasReset = true; // Here: the question was sent.
                return Transfer(_progress);
            }

            _hasReset = false;
            _outcome = _wire.TakeTransfer(_progress);
            if (_outcome != Absence.None)
            {
                return 0;
            }

            if (_progress.Read[0] == 0xFF)
            {
                return Reset(Step.Read);
            }

            _outcome = ++_looks < LooksMax ? Absence.None : Absence.Frozen;
            return _outcome == Absence.None ? LookMs : 0;
        }

        private OneWireTransfer Current()
        {
            return _step == Step.Identify ? _rom : _step == Step.Mark ? _mark : _step == Step.Convert ? _convert : _scratchpad;
        }

        private Absence JudgeRom()
        {
            return OneWireCrc.Of(_rom.Read, RomBytes) != 0 ? Absence.BadTransfer
                : _rom.Read[0] != Family ? Absence.WrongChip
                : Absence.None;
        }

        // Zeros throughout have a right checksum, too.
        private Absence JudgeScratchpad()
        {
            byte[] read = _scratchpad.Read;
            return OneWireCrc.Of(read, ScratchpadBytes) != 0 ? Absence.BadTransfer
                : read[2] == MarkHigh && read[3] == MarkLow && read[4] == TwelveBits ? Absence.None
                : Absence.Restarted;
        }
    }
}
