using System;
using System.Device.I2c;
using UlmEdge.Devices.Bus;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Sensirion
{
    /// <summary>One chip that speaks Sensirion's I2C protocol: commands, and words of two bytes with a checksum behind each.</summary>
    /// <remarks>
    /// I2C does not throw on this platform: every status is looked at, and every checksum. Nothing is sent before the first call. The
    /// chip needs time between a command and its answer; who calls keeps it. SPS30 and SEN5x bear 100 kHz at most, and on the ESP32 the
    /// device opened last sets the clock of the whole bus: every binding asks for 100 kHz.
    /// </remarks>
    public sealed class SensirionPort
    {
        private const int WordBytes = 3;

        private readonly int _busId;
        private readonly int _address;
        private I2cDevice _device;

        /// <summary>A chip at an address.</summary>
        public SensirionPort(int busId, int address)
        {
            _busId = busId;
            _address = address;
        }

        /// <summary>A command as it is sent.</summary>
        public static byte[] Command(int code)
        {
            return new[] { (byte)(code >> 8), (byte)code };
        }

        /// <summary>A command with an argument as it is sent.</summary>
        public static byte[] Command(int code, int argument)
        {
            byte[] bytes = { (byte)(code >> 8), (byte)code, 0, 0, 0 };
            SetArgument(bytes, argument);
            return bytes;
        }

        /// <summary>Gives a command another argument.</summary>
        public static void SetArgument(byte[] command, int argument)
        {
            command[2] = (byte)(argument >> 8);
            command[3] = (byte)argument;
            command[4] = Crc8.Of(command[2], command[3]);
        }

        /// <summary>A word of an answer, from 0.</summary>
        public static int Word(byte[] answer, int index)
        {
            return (answer[index * WordBytes] << 8) | answer[(index * WordBytes) + 1];
        }

        /// <summary>Sends a command.</summary>
        /// <returns>None, or why the chip has not taken it.</returns>
        public Absence Send(byte[] command)
        {
            try
            {
                _device = _device ?? I2cDevice.Create(new I2cConnectionSettings(_busId, _address, I2cBusSpeed.StandardMode));
                return TransferReason.Of(_device.Write(command).Status);
            }
            catch (Exception)
            {
                return Absence.NoAnswer; // The bus cannot be had.
            }
        }

        /// <summary>Reads the answer to the command before, all of it.</summary>
        /// <returns>None, or why there is none: a chip that is not ready does not acknowledge, as one that is not there.</returns>
        public Absence Receive(byte[] answer)
        {
            try
            {
                Absence reason = _device == null ? Absence.NoAnswer : TransferReason.Of(_device.Read(answer).Status);
                return reason == Absence.None ? Judge(answer) : reason;
            }
            catch (Exception)
            {
                return Absence.NoAnswer;
            }
        }

        /// <summary>
        /// Why a question that only the right chip knows found no acknowledge: another chip is there if it knows a more common one.
        /// </summary>
        /// <param name="reason">What became of the question.</param>
        /// <param name="commonCommand">A command that whatever else has this address knows.</param>
        public Absence OrWrongChip(Absence reason, byte[] commonCommand)
        {
            return reason == Absence.NotPresent && Send(commonCommand) == Absence.None ? Absence.WrongChip : reason;
        }

        /// <summary>Gives the bus device back.</summary>
        public void Close()
        {
            _device?.Dispose();
            _device = null;
        }

        // A line that hangs reads as zeros or ones throughout, and neither has that for its checksum.
        private static Absence Judge(byte[] answer)
        {
            bool isSound = true;
            bool isUniform = true;
            for (int i = 0; i < answer.Length; i += WordBytes)
            {
                isSound &= Crc8.Of(answer[i], answer[i + 1]) == answer[i + 2];
                isUniform &= answer[i] == answer[0] && answer[i + 1] == answer[0] && answer[i + 2] == answer[0];
            }

            return isSound ? Absence.None
                : isUniform && (answer[0] == 0x00 || answer[0] == 0xFF) ? Absence.BusStuck
                : Absence.BadTransfer;
        }
    }
}
