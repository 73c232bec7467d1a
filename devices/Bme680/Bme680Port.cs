using System;
using System.Device.I2c;
using UlmEdge.Devices.Bus;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Bme680
{
    /// <summary>The registers of one chip on the bus; looks at the status of every transfer.</summary>
    internal sealed class Bme680Port
    {
        private const byte ChipId = 0x61;

        private readonly byte[] _address = new byte[1];
        private readonly byte[] _one = new byte[1];
        private readonly I2cDevice _device;

        private Bme680Port(I2cDevice device)
        {
            _device = device;
        }

        /// <summary>Looks for the chip at an address.</summary>
        /// <param name="busId">I2C bus from 1.</param>
        /// <param name="address">0x76 or 0x77.</param>
        /// <param name="reason">None, or why it is not there.</param>
        /// <returns>The chip, or null.</returns>
        public static Bme680Port TryOpen(int busId, int address, out Absence reason)
        {
            Bme680Port port;
            try
            {
                // The device opened last sets the clock of the whole bus, and some neighbours bear no more than 100 kHz.
                port = new Bme680Port(I2cDevice.Create(new I2cConnectionSettings(busId, address, I2cBusSpeed.StandardMode)));
            }
            catch (Exception)
            {
                reason = Absence.NoAnswer; // The bus cannot be had.
                return null;
            }

            reason = port.CheckIdentity();
            if (reason == Absence.None)
            {
                reason = port.CheckVariant();
            }

            if (reason == Absence.None)
            {
                return port;
            }

            port.Close();
            return null;
        }

        /// <summary>Gives the bus device back.</summary>
        public void Close()
        {
            _device.Dispose();
        }

        /// <summary>Whether the right chip answers.</summary>
        public Absence CheckIdentity()
        {
            Absence reason = Read(Bme680Register.Id, _one);
            if (reason != Absence.None)
            {
                return reason;
            }

            return _one[0] == ChipId ? Absence.None : _one[0] == 0x00 || _one[0] == 0xFF ? Absence.BusStuck : Absence.WrongChip;
        }

        /// <summary>Reads registers from one on.</summary>
        public Absence Read(byte register, byte[] bytes)
        {
            _address[0] = register;
            return TransferReason.Of(_device.WriteRead(_address, bytes).Status);
        }

        /// <summary>Reads registers twice: nothing on this chip has a checksum.</summary>
        /// <param name="register">The first one.</param>
        /// <param name="bytes">Takes them.</param>
        /// <param name="again">As long, for the second time.</param>
        /// <param name="ignored">Bits of the first byte that may change by being read.</param>
        public Absence ReadTwice(byte register, byte[] bytes, byte[] again, byte ignored)
        {
            Absence reason = Read(register, bytes);
            reason = reason == Absence.None ? Read(register, again) : reason;
            for (int i = 0; i < bytes.Length && reason == Absence.None; i++)
            {
                int mask = i == 0 ? 0xFF & ~ignored : 0xFF;
                reason = ((bytes[i] ^ again[i]) & mask) == 0 ? Absence.None : Absence.BadTransfer;
            }

            return reason;
        }

        /// <summary>Writes pairs of register and value.</summary>
        public Absence Write(byte[] pairs)
        {
            return TransferReason.Of(_device.Write(pairs).Status);
        }

        // Read twice: a flipped bit must not make a BME688 of it, nor the other way round.
        private Absence CheckVariant()
        {
            Absence reason = ReadTwice(Bme680Register.Variant, _one, new byte[1], 0);
            return reason != Absence.None || _one[0] == 0 ? reason : Absence.WrongChip;
        }
    }
}
