using System;
using System.Device.I2c;
using Iot.Device.Bmxx80;
using UlmEdge.Devices.Bus;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Bmxx80
{
    /// <summary>One chip on the bus: the upstream driver, and the checks of everything that driver takes on trust.</summary>
    /// <remarks>
    /// I2C does not throw on this platform, and Iot.Device.Bmxx80 looks at no transfer status: an unplugged chip "reads"
    /// about −141 °C as valid, one that restarted by itself a plausible 26.5 °C at 820 hPa.
    /// Only <see cref="TryOpen"/> makes one; every chip that was made has been reset and found willing.
    /// </remarks>
    internal sealed class Bmx280Chip
    {
        private const byte Bme280Id = 0x60;
        private const byte Bmp280Id = 0x58;
        private const byte OversamplingMask = 0xFC; // of ctrl_meas: temperature and pressure
        private const byte OversamplingOnce = 0x24; // × 1 for both
        private const byte HumidityMask = 0x07; // of ctrl_hum
        private const byte HumidityOnce = 0x01;
        private const byte FilterMask = 0x1C; // of config; 0 is off
        private const byte ModeMask = 0x03;
        private const byte MeasuringBit = 0x08;

        private readonly I2cDevice _device;
        private readonly bool _hasHumidity;
        private readonly byte _id;
        private readonly byte[] _address = new byte[1];
        private readonly byte[] _one = new byte[1];
        private readonly byte[] _burst;

        private Bmx280Chip(Bmx280Model model, I2cDevice device)
        {
            _device = device;
            _hasHumidity = model == Bmx280Model.Bme280;
            _id = _hasHumidity ? Bme280Id : Bmp280Id;
            _burst = new byte[_hasHumidity ? 8 : 6];
        }

        /// <summary>The upstream driver; it shares the bus device with the checks.</summary>
        public Bmx280Base Driver { get; private set; }

        /// <summary>
        /// A second driver that read the calibration for itself: the two must always agree. The calibration has no
        /// checksum, and a bit flipped on its way would make every later number wrong.
        /// </summary>
        public Bmx280Base Witness { get; private set; }

        /// <summary>Looks for the chip at an address, resets it and sets it up.</summary>
        /// <param name="model">Which chip it must be.</param>
        /// <param name="busId">I2C bus from 1.</param>
        /// <param name="address">0x76 or 0x77.</param>
        /// <param name="reason">None, or why there is no chip.</param>
        /// <returns>The chip, or null.</returns>
        public static Bmx280Chip TryOpen(Bmx280Model model, int busId, int address, out Absence reason)
        {
            Bmx280Chip chip = null;
            try
            {
                // The device opened last sets the clock of the whole bus, and some neighbours bear no more than 100 kHz.
                I2cConnectionSettings settings = new I2cConnectionSettings(busId, address, I2cBusSpeed.StandardMode);
                chip = new Bmx280Chip(model, I2cDevice.Create(settings));
                reason = chip.CheckIdentity();
                if (reason == Absence.None)
                {
                    reason = chip.StartDrivers();
                }
            }
            catch (Exception)
            {
                // The driver's constructor throws when the id changes under it, the bus when it cannot be had.
                reason = Absence.NoAnswer;
            }

            if (reason != Absence.None && chip != null)
            {
                chip.Close();
                return null;
            }

            return chip;
        }

        /// <summary>Gives the bus device back.</summary>
        public void Close()
        {
            _device.Dispose();
        }

        /// <summary>Whether the right chip answers, with the settings it was given.</summary>
        public Absence CheckSettings()
        {
            Absence reason = CheckIdentity();
            if (reason == Absence.None)
            {
                reason = CheckBits(Bmx280Register.ControlMeasurement, OversamplingMask, OversamplingOnce);
            }

            if (reason == Absence.None)
            {
                reason = CheckBits(Bmx280Register.Config, FilterMask, 0);
            }

            return reason == Absence.None && _hasHumidity
                ? CheckBits(Bmx280Register.ControlHumidity, HumidityMask, HumidityOnce)
                : reason;
        }

        /// <summary>Whether the conversion begun last has ended: the chip then is back in sleep mode by itself.</summary>
        public bool HasFinished()
        {
            return TryRead(Bmx280Register.Status, _one)
                && (_one[0] & MeasuringBit) == 0
                && TryRead(Bmx280Register.ControlMeasurement, _one)
                && (_one[0] & ModeMask) == 0;
        }

        /// <summary>Reads all data registers in one burst, so that they belong together (datasheet section 4).</summary>
        public bool TryReadRaw(out RawMeasurement raw)
        {
            bool isRead = TryRead(Bmx280Register.Data, _burst);
            raw = isRead ? RawMeasurement.From(_burst, _hasHumidity) : default;
            return isRead;
        }

        private Bmx280Base NewDriver()
        {
            return _hasHumidity ? (Bmx280Base)new Bme280(_device) : new Bmp280(_device);
        }

        // Each driver's constructor resets the chip; after that its data registers must be empty. If they are not, they
        // are latched, and whatever they hold was never measured.
        private Absence StartDrivers()
        {
            Driver = NewDriver();
            Witness = NewDriver();
            Absence reason = CheckSettings();
            if (reason != Absence.None)
            {
                return reason;
            }

            return !TryReadRaw(out RawMeasurement raw) ? Absence.NoAnswer : raw.IsEmpty() ? Absence.None : Absence.Frozen;
        }

        private Absence CheckIdentity()
        {
            _address[0] = Bmx280Register.Id;
            Absence reason = TransferReason.Of(_device.WriteRead(_address, _one).Status);
            return reason != Absence.None ? reason
                : _one[0] == _id ? Absence.None
                : _one[0] == 0x00 || _one[0] == 0xFF ? Absence.BusStuck
                : Absence.WrongChip;
        }

        private Absence CheckBits(byte register, byte mask, byte expected)
        {
            if (!TryRead(register, _one))
            {
                return Absence.NoAnswer;
            }

            return (_one[0] & mask) == expected ? Absence.None : Absence.Restarted;
        }

        private bool TryRead(byte register, byte[] bytes)
        {
            _address[0] = register;
            return _device.WriteRead(_address, bytes).Status == I2cTransferStatus.FullTransfer;
        }
    }
}
