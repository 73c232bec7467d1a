namespace UlmEdge.Devices.Ds18b20
{
    /// <summary>What follows a reset: bytes that are written, then bytes that are read, as slots of a <see cref="OneWireUart"/>.</summary>
    /// <remarks>Made once and used again: the slots have an array of their own, since a port sends an array whole.</remarks>
    public sealed class OneWireTransfer
    {
        private const byte One = 0xFF;
        private const int BitsPerByte = 8;

        private readonly int _writtenSlots;

        /// <summary>A transfer.</summary>
        /// <param name="written">The bytes to write.</param>
        /// <param name="readCount">How many bytes are read then.</param>
        public OneWireTransfer(byte[] written, int readCount)
        {
            _writtenSlots = BitsPerByte * written.Length;
            Read = new byte[readCount];
            Slots = new byte[_writtenSlots + (BitsPerByte * readCount)];
            for (int i = 0; i < Slots.Length; i++)
            {
                bool isOne = i >= _writtenSlots || (written[i / BitsPerByte] & (1 << (i % BitsPerByte))) != 0;
                Slots[i] = isOne ? One : (byte)0;
            }
        }

        /// <summary>What is sent.</summary>
        public byte[] Slots { get; }

        /// <summary>What was read last.</summary>
        public byte[] Read { get; }

        /// <summary>Takes what came back of a slot.</summary>
        /// <returns>False if it was written, and came back changed.</returns>
        public bool Take(int slot, int echo)
        {
            if (slot < _writtenSlots)
            {
                return echo == Slots[slot];
            }

            int at = (slot - _writtenSlots) / BitsPerByte;
            int bit = 1 << (slot % BitsPerByte);
            Read[at] = (byte)(echo == One ? Read[at] | bit : Read[at] & ~bit);
            return true;
        }
    }
}
