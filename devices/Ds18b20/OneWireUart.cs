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
        /// <summary>
        /// How long until the answer of a reset is there: a byte of 1.04 ms, and ten of silence until the platform hands it over
        /// (ESP-IDF, UART_TOUT_THRESH_DEFAULT).
        /// </summary>
        public const int ResetMs = 20;

        /// <summary>How long until the answer of a transfer is there: 88 bits of 87 µs at most, and the silence behind them.</summary>
        public const int TransferMs = 15;

        private const int ResetBaudRate = 9_600;
        private const int BitBaudRate = 115_200;
        private const byte ResetByte = 0xF0;

        private readonly SerialLink _link;
        private readonly byte[] _reset = { ResetByte };

        /// <summary>A master at a port; nothing is sent yet.</summary>
        public OneWireUart(string portName)
        {
            _link = new SerialLink(portName, ResetBaudRate);
        }

        /// <summary>Sends a reset; its answer is there after <see cref="ResetMs"/>.</summary>
        public bool TryReset()
        {
            _link.Drain();
            return _link.TryUseBaudRate(ResetBaudRate) && _link.TryWrite(_reset);
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

        /// <summary>Sends a transfer; what comes back is there after <see cref="TransferMs"/>.</summary>
        public bool TryTransfer(OneWireTransfer transfer)
        {
            _link.Drain();
            return _link.TryUseBaudRate(BitBaudRate) && _link.TryWrite(transfer.Slots);
        }

        /// <summary>Takes what came back of a transfer.</summary>
        public Absence TakeTransfer(OneWireTransfer transfer)
        {
            for (int slot = 0; slot < transfer.Slots.Length; slot++)
            {
                int echo = _link.Take();
                if (echo < 0)
                {
                    return Absence.NoAnswer;
                }

                if (!transfer.Take(slot, echo))
                {
                    return Absence.BadTransfer;
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
