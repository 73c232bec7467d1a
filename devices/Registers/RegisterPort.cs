using System;
using System.Device.I2c;
using UlmEdge.Devices.Bus;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Registers
{
    /// <summary>A chip on the I2C bus with registers of 16 bits, the higher byte first, behind a pointer of one byte.</summary>
    /// <remarks>
    /// I2C does not throw on this platform: the status of every transfer is looked at. Such chips have no checksum, so what counts is
    /// read twice. Nothing is sent before the first call, and nothing is allocated after it.
    /// </remarks>
    public sealed class RegisterPort
    {
        private readonly int _busId;
        private readonly int _address;
        private readonly byte[] _pointer = new byte[1];
        private readonly byte[] _word = new byte[2];
        private readonly byte[] _written = new byte[3];
        private I2cDevice _device;

        /// <summary>A chip at an address.</summary>
        public RegisterPort(int busId, int address)
        {
            _busId = busId;
            _address = address;
        }

        /// <summary>Reads a register.</summary>
        /// <param name="register">Its number.</param>
        /// <param name="word">Takes its content, 0 to 65535.</param>
        /// <returns>None, or why there is none.</returns>
        public Absence Read(byte register, out int word)
        {
            word = 0;
            try
            {
                _pointer[0] = register;
                Absence reason = TransferReason.Of(Device().WriteRead(_pointer, _word).Status);
                word = (_word[0] << 8) | _word[1];
                return reason;
            }
            catch (Exception)
            {
                return Absence.NoAnswer; // The bus cannot be had.
            }
        }

        /// <summary>Reads a register in which some bits are always set and some never: else a line hangs.</summary>
        public Absence ReadState(byte register, out int word)
        {
            Absence reason = Read(register, out word);
            return reason == Absence.None && (word == 0x0000 || word == 0xFFFF) ? Absence.BusStuck : reason;
        }

        /// <summary>Reads a register twice: a bit that flipped on the way is noticed.</summary>
        public Absence ReadTwice(byte register, out int word)
        {
            Absence reason = Read(register, out word);
            if (reason != Absence.None)
            {
                return reason;
            }

            reason = Read(register, out int again);
            return reason != Absence.None ? reason : word == again ? Absence.None : Absence.BadTransfer;
        }

        /// <summary>Whether the chip's identity is as it must be: another one, or a line that hangs, would give numbers, too.</summary>
        /// <param name="register">The register that has it.</param>
        /// <param name="expected">What it must be.</param>
        public Absence CheckIdentity(byte register, int expected)
        {
            Absence reason = ReadTwice(register, out int identity);
            return reason != Absence.None ? reason
                : identity == expected ? Absence.None
                : identity == 0x0000 || identity == 0xFFFF ? Absence.BusStuck
                : Absence.WrongChip;
        }

        /// <summary>Writes a register.</summary>
        public Absence Write(byte register, int word)
        {
            try
            {
                _written[0] = register;
                _written[1] = (byte)(word >> 8);
                _written[2] = (byte)word;
                return TransferReason.Of(Device().Write(_written).Status);
            }
            catch (Exception)
            {
                return Absence.NoAnswer;
            }
        }

        /// <summary>Gives the bus device back.</summary>
        public void Close()
        {
            _device?.Dispose();
            _device = null;
        }

        // The device opened last sets the clock of the whole bus, and some neighbours bear no more than 100 kHz.
        private I2cDevice Device()
        {
            _device = _device ?? I2cDevice.Create(new I2cConnectionSettings(_busId, _address, I2cBusSpeed.StandardMode));
            return _device;
        }
    }
}
