using UlmEdge.Devices.Serial;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Ds18b20
{
    /// <summary>A 1-Wire master made of a UART (Maxim application note 214): TX and RX meet, so all that is sent comes back.</summary>
    /// <remarks>
    /// A reset is one byte F0 at 9600 baud: it comes back changed if somebody is present. A bit is one byte at 115200 baud: FF writes a
    /// one, or reads a bit, which is a one if FF comes back; 00 writes a zero.
    /// </remarks>
    public sealed class OneWireUart
    {
        /// <summary>How long a reset takes: a byte of 1.04 ms, there and back.</summary>
        public const int ResetMs = 3;

        /// <summary>How long <see cref="BytesMax"/> bytes take: 88 bits of 87 µs.</summary>
        public const int TransferMs = 9;

        /// <summary>Bytes that are written and read at once: two commands and a scratchpad.</summary>
        public const int BytesMax = 11;

        private const int ResetBaudRate = 9_600;
        private const int BitBaudRate = 115_200;
        private const byte ResetByte = 0xF0;
        private const byte One = 0xFF;

        private readonly SerialLink _link;
        private readonly byte[] _reset = { ResetByte };
        private readonly byte[] _bits = new byte[8 * BytesMax];
        private int _bitCount;

        /// <summary>A master at a port; nothing is sent yet.</summary>
        public OneWireUart(string portName)
        {
            _link = new SerialLink(portName, ResetBaudRate);
        }

        /// <summary>Sends a reset; its answer is there after <see cref="ResetMs"/>.</summary>
        public bool TryReset()
        {
            _link.Drain();
            return _link.TryUseBaudRate(ResetBaudRate) && _link.TryWrite(_reset, 1);
        }

        /// <summary>Whether somebody has answered the reset.</summary>
        /// <returns>None, or why it seems that nobody did.</returns>
        public Absence Presence()
        {
            int echo = _link.Take();
            return echo < 0 ? Absence.NoAnswer
                : echo == ResetByte ? Absence.NotPresent
                : echo == 0 || _link.Take() >= 0 ? Absence.BusStuck
                : Absence.None;
        }

        /// <summary>Writes bytes, then reads some; they are there after <see cref="TransferMs"/>.</summary>
        public bool TryTransfer(byte[] written, int readCount)
        {
            _bitCount = 0;
            for (int i = 0; i < written.Length + readCount; i++)
            {
                int value = i < written.Length ? written[i] : 0xFF;
                for (int bit = 0; bit < 8; bit++)
                {
                    _bits[_bitCount++] = (value & (1 << bit)) != 0 ? One : (byte)0;
                }
            }

            _link.Drain();
            return _link.TryUseBaudRate(BitBaudRate) && _link.TryWrite(_bits, _bitCount);
        }

        /// <summary>Takes what came back of the last transfer.</summary>
        /// <param name="written">What was written: it must have come back as it was.</param>
        /// <param name="read">Takes what was read.</param>
        /// <param name="readCount">How many bytes.</param>
        public Absence TakeTransfer(byte[] written, byte[] read, int readCount)
        {
            for (int i = 0; i < written.Length + readCount; i++)
            {
                int value = 0;
                for (int bit = 0; bit < 8; bit++)
                {
                    int echo = _link.Take();
                    if (echo < 0)
                    {
                        return Absence.NoAnswer;
                    }

                    if (i < written.Length && echo != _bits[(8 * i) + bit])
                    {
                        return Absence.BadTransfer;
                    }

                    value |= echo == One ? 1 << bit : 0;
                }

                if (i >= written.Length)
                {
                    read[i - written.Length] = (byte)value;
                }
            }

            return Absence.None;
        }

        /// <summary>Gives the port back.</summary>
        public void Close()
        {
            _link.Close();
        }
    }
}
