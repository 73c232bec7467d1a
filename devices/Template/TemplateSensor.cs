using UlmEdge.Devices.Registers;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Template
{
    /// <summary>A chip that does not exist, to copy from: what it is, and how it measures, in one sentence.</summary>
    /// <remarks>Say here what matters to whoever changes it: self-heating, current between measurements, life.</remarks>
    public sealed class TemplateSensor : ISensor
    {
        // Cite the datasheet: document, revision, table. Then nobody has to look for a number again.
        private const byte IdentityRegister = 0x00;
        private const byte ControlRegister = 0x01;
        private const byte ResultRegister = 0x02;
        private const int Identity = 0xC0DE;
        private const int Measure = 0x0001;
        private const int Ready = 0x8000;

        // The datasheet's maximum, not its typical value.
        private const int MeasureMs = 20;

        // Looks at a chip that is not ready in time, and what is too many of them: a sample must not wait for ever.
        private const int LookMs = 5;
        private const int LooksMax = 4;

        private readonly RegisterPort _port;
        private Absence _outcome;
        private int _looks;

        /// <summary>A sensor on a bus; nothing is sent yet.</summary>
        /// <param name="busId">I2C bus from 1.</param>
        /// <param name="address">Its address.</param>
        public TemplateSensor(int busId, int address)
        {
            _port = new RegisterPort(busId, address);
        }

        /// <inheritdoc/>
        public string Name => "template";

        /// <inheritdoc/>
        public Quantity[] Quantities { get; } = { Quantity.Temperature };

        /// <inheritdoc/>
        public int LeadMs => 0; // More where a fan or a heater has to run before.

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            // Who is there? Plugs are pulled and chips swapped while the power is on, so it is asked each time.
            _looks = 0;
            _outcome = _port.CheckIdentity(IdentityRegister, Identity);
            if (_outcome == Absence.None)
            {
                _outcome = _port.Write(ControlRegister, Measure);
            }

            return _outcome == Absence.None ? MeasureMs : 0;
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            int code = 0;
            if (_outcome == Absence.None)
            {
                // Is it ready? Say how long still to wait, never sleep: seven other sensors share the loop.
                _outcome = _port.ReadState(ControlRegister, out int control);
                if (_outcome == Absence.None && (control & Ready) == 0 && ++_looks < LooksMax)
                {
                    return LookMs;
                }

                // Was it this measurement? A chip that restarted has forgotten that it was asked.
                _outcome = _outcome != Absence.None ? _outcome
                    : (control & Ready) != 0 ? Absence.None
                    : (control & Measure) != 0 ? Absence.Frozen
                    : Absence.Restarted;
                _outcome = _outcome != Absence.None ? _outcome : _port.ReadTwice(ResultRegister, out code);

                // And is it still there? A line that began to hang reads as zeros, which are a number, too.
                _outcome = _outcome != Absence.None ? _outcome : ConfirmReady();
            }

            if (_outcome != Absence.None)
            {
                _port.Close();
            }

            // One reading for each quantity, in their order: a number that is certain, or the reason why there is none.
            readings[offset] = _outcome == Absence.None ? TemplateConversion.Temperature(code) : Reading.Missing(_outcome);
            return 0;
        }

        private Absence ConfirmReady()
        {
            Absence reason = _port.ReadState(ControlRegister, out int control);
            return reason != Absence.None ? reason : (control & Ready) != 0 ? Absence.None : Absence.BadTransfer;
        }
    }
}
