using UlmEdge.Ports;

namespace UlmEdge.Devices.Bme680
{
    /// <summary>One chip that was found and reset: its calibration, its settings, its measurements.</summary>
    internal sealed class Bme680Chip
    {
        /// <summary>How long a measurement takes: datasheet table 2 to 5 and the heating time, with a little to spare.</summary>
        public const int MeasureMs = 180;

        // Oversampling: temperature × 2, pressure × 4, humidity × 1. Filter off.
        private const byte Oversampling = 0x4C;
        private const byte HumidityOnce = 0x01;
        private const byte Forced = 0x01;
        private const byte ModeMask = 0x03;

        // 37 × 4 = 148 ms: the plate needs 20 to 30 ms, the layer some more until it is in balance (datasheet section 3.3.3).
        private const byte HeatFor148Ms = 0x65;
        private const byte MeasureGas = 0x10;
        private const int PlateCelsius = 320;

        // In the order in which they must be written: what starts the measurement comes last.
        private readonly byte[] _start =
        {
            Bme680Register.HeaterTarget, 0,
            Bme680Register.HeaterTime, HeatFor148Ms,
            Bme680Register.ControlGas0, 0,
            Bme680Register.ControlGas1, MeasureGas,
            Bme680Register.ControlHumidity, HumidityOnce,
            Bme680Register.Config, 0,
            Bme680Register.ControlMeasurement, Oversampling | Forced,
        };

        private readonly byte[] _one = new byte[1];
        private readonly byte[] _controls = new byte[6];
        private readonly byte[] _burst = new byte[Bme680Codes.Bytes];
        private readonly byte[] _again = new byte[Bme680Codes.Bytes];
        private readonly Bme680Port _port;

        private Bme680Chip(Bme680Port port, Bme680Calibration calibration)
        {
            _port = port;
            Calibration = calibration;
        }

        /// <summary>What the factory found out about it.</summary>
        public Bme680Calibration Calibration { get; }

        /// <summary>Reads the calibration of a chip that was reset.</summary>
        /// <returns>The chip, or null and the reason.</returns>
        public static Bme680Chip TryRead(Bme680Port port, out Absence reason)
        {
            byte[] low = new byte[Bme680Calibration.Bytes1];
            byte[] high = new byte[Bme680Calibration.Bytes2];
            byte[] heater = new byte[Bme680Calibration.BytesOfHeater];
            reason = port.CheckIdentity();
            reason = reason == Absence.None ? port.ReadTwice(Bme680Register.Calibration1, low, new byte[low.Length], 0) : reason;
            reason = reason == Absence.None ? port.ReadTwice(Bme680Register.Calibration2, high, new byte[high.Length], 0) : reason;
            reason = reason == Absence.None ? port.ReadTwice(Bme680Register.HeaterCalibration, heater, new byte[heater.Length], 0) : reason;

            // A line that hung since then reads the same twice, too.
            reason = reason == Absence.None ? port.CheckIdentity() : reason;
            return reason == Absence.None ? new Bme680Chip(port, new Bme680Calibration(low, high, heater)) : null;
        }

        /// <summary>Starts a measurement.</summary>
        /// <param name="airCelsius">How warm the air is, from which the plate is heated.</param>
        public Absence Start(int airCelsius)
        {
            _start[1] = Bme680Conversion.HeaterTarget(Calibration, PlateCelsius, airCelsius);
            return _port.Write(_start);
        }

        /// <summary>Whether the right chip answers, with the settings it was given.</summary>
        /// <param name="isAsleep">Whether no measurement runs.</param>
        public Absence CheckSettings(out bool isAsleep)
        {
            isAsleep = false;
            Absence reason = _port.CheckIdentity();
            reason = reason == Absence.None ? CheckOne(Bme680Register.HeaterTarget, _start[1]) : reason;
            reason = reason == Absence.None ? CheckOne(Bme680Register.HeaterTime, HeatFor148Ms) : reason;
            reason = reason == Absence.None ? _port.Read(Bme680Register.ControlGas0, _controls) : reason;
            if (reason != Absence.None)
            {
                return reason;
            }

            int measurement = _controls[Bme680Register.ControlMeasurement - Bme680Register.ControlGas0];
            isAsleep = (measurement & ModeMask) == 0;
            bool isAsTold = (_controls[0] & 0x08) == 0
                && (_controls[1] & 0x1F) == MeasureGas
                && (_controls[2] & 0x07) == HumidityOnce
                && (measurement & 0xFC) == Oversampling
                && (_controls[5] & 0x1C) == 0;
            return isAsTold ? Absence.None : Absence.Restarted;
        }

        /// <summary>Reads what was measured.</summary>
        /// <param name="codes">Meaningless unless it has ended.</param>
        /// <param name="hasEnded">Whether there is anything.</param>
        public Absence Read(out Bme680Codes codes, out bool hasEnded)
        {
            Absence reason = _port.ReadTwice(Bme680Register.Field, _burst, _again, Bme680Codes.NewData);
            reason = reason == Absence.None ? _port.CheckIdentity() : reason;
            hasEnded = reason == Absence.None && Bme680Codes.HasEnded(_burst);
            codes = Bme680Codes.From(_burst);
            return reason;
        }

        private Absence CheckOne(byte register, byte expected)
        {
            Absence reason = _port.Read(register, _one);
            return reason != Absence.None || _one[0] == expected ? reason : Absence.Restarted;
        }
    }
}
