using UlmEdge.Devices.Registers;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Tmp117
{
    /// <summary>A Texas Instruments TMP117: temperature to a tenth of a degree, one measurement at a time.</summary>
    /// <remarks>Between measurements the chip is shut down (0.15 µA) and does not warm itself.</remarks>
    public sealed class Tmp117Sensor : ISensor
    {
        // Datasheet SNOSD82, tables 7-3 to 7-6: registers and bits. One-shot with eight averages takes 125 ms, at most 140 ms.
        private const byte Result = 0x00;
        private const byte Configuration = 0x01;
        private const byte DeviceId = 0x0F;
        private const int Identity = 0x0117;
        private const int DataReady = 0x2000;
        private const int ModeMask = 0x0C00;
        private const int ModeShutdown = 0x0400;
        private const int ModeOneShot = 0x0C00;
        private const int EightAverages = 0x0020;
        private const int MeasureMs = 140;

        // Looks at a chip that is not ready in time, and what is too many of them.
        private const int LookMs = 10;
        private const int LooksMax = 4;

        private readonly RegisterPort _port;
        private Absence _outcome;
        private int _looks;

        /// <summary>A sensor on a bus; nothing is sent yet.</summary>
        /// <param name="busId">I2C bus from 1.</param>
        /// <param name="address">0x48 to 0x4B, as its ADD0 pin says.</param>
        public Tmp117Sensor(int busId, int address)
        {
            _port = new RegisterPort(busId, address);
        }

        /// <inheritdoc/>
        public string Name => "tmp117";

        /// <inheritdoc/>
        public Quantity[] Quantities { get; } = { Quantity.Temperature };

        /// <inheritdoc/>
        public int LeadMs => 0;

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            _looks = 0;
            _outcome = _port.CheckIdentity(DeviceId, Identity);
            if (_outcome == Absence.None)
            {
                _outcome = _port.Write(Configuration, ModeOneShot | EightAverages);
            }

            return _outcome == Absence.None ? MeasureMs : 0;
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            int code = 0;
            if (_outcome == Absence.None)
            {
                _outcome = _port.ReadState(Configuration, out int configuration);
                if (_outcome == Absence.None && (configuration & DataReady) == 0 && ++_looks < LooksMax)
                {
                    return LookMs;
                }

                _outcome = _outcome != Absence.None ? _outcome : Judge(configuration);
                _outcome = _outcome != Absence.None ? _outcome : _port.ReadTwice(Result, out code);
                _outcome = _outcome != Absence.None ? _outcome : ConfirmEnd();
            }

            if (_outcome != Absence.None)
            {
                _port.Close();
            }

            readings[offset] = _outcome == Absence.None ? Tmp117Conversion.Temperature(code) : Reading.Missing(_outcome);
            return 0;
        }

        // After a reset it measures by itself (7.5.1.2): then the number is not of the measurement that was asked for.
        private static Absence Judge(int configuration)
        {
            int mode = configuration & ModeMask;
            return mode == ModeShutdown && (configuration & DataReady) != 0 ? Absence.None
                : mode == ModeOneShot || mode == ModeShutdown ? Absence.Frozen
                : Absence.Restarted;
        }

        // A line that hangs reads as 0 °C, and the flag that says ready has no checksum: that it is shut down speaks against both.
        private Absence ConfirmEnd()
        {
            Absence reason = _port.ReadState(Configuration, out int configuration);
            return reason != Absence.None ? reason
                : (configuration & ModeMask) == ModeShutdown ? Absence.None
                : Absence.BadTransfer;
        }
    }
}
