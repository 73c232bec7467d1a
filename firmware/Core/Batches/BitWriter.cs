namespace UlmEdge.Core.Batches
{
    /// <summary>Writes numbers of any width into a buffer, most significant bit first.</summary>
    public sealed class BitWriter
    {
        private byte[] _buffer;
        private int _position;
        private int _end;
        private int _used;

        /// <summary>Bytes written so far, an open last byte included; the rest of that byte is zero.</summary>
        public int Position => _position + (_used > 0 ? 1 : 0);

        /// <summary>Whether something did not fit; then the content is worthless.</summary>
        public bool Overflowed { get; private set; }

        /// <summary>Starts anew at a place of a buffer.</summary>
        public void Restart(byte[] buffer, int offset, int end)
        {
            _buffer = buffer;
            _position = offset;
            _end = end;
            _used = 0;
            Overflowed = false;
        }

        /// <summary>Writes the lower <paramref name="count"/> bits (0 to 32) of a number.</summary>
        public void Write(uint value, int count)
        {
            while (count > 0)
            {
                int bits = 8 - _used < count ? 8 - _used : count;
                count -= bits;
                WriteBits((value >> count) & ((1u << bits) - 1), bits);
            }
        }

        /// <summary>
        /// Writes a number in groups of seven bits, least significant first, each with a bit that says whether more follow.
        /// </summary>
        public void WriteVarint(uint value)
        {
            while (value >= 0x80)
            {
                Write((value & 0x7F) | 0x80, 8);
                value >>= 7;
            }

            Write(value, 8);
        }

        // They fit into the open byte.
        private void WriteBits(uint value, int bits)
        {
            if (_position >= _end)
            {
                Overflowed = true;
                return;
            }

            if (_used == 0)
            {
                _buffer[_position] = 0;
            }

            _buffer[_position] |= (byte)(value << (8 - _used - bits));
            _used += bits;
            if (_used == 8)
            {
                _used = 0;
                _position++;
            }
        }
    }
}
