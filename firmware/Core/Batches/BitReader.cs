namespace UlmEdge.Core.Batches
{
    /// <summary>Reads what <see cref="BitWriter"/> wrote. Past the end it reads zeros and says so.</summary>
    public sealed class BitReader
    {
        private byte[] _buffer;
        private int _position;
        private int _end;
        private int _used;

        /// <summary>Bytes read so far, an open last byte included.</summary>
        public int Position => _position + (_used > 0 ? 1 : 0);

        /// <summary>Whether more was read than there is, or a number was longer than 32 bits.</summary>
        public bool Failed { get; private set; }

        /// <summary>Starts anew at a place of a buffer.</summary>
        public void Restart(byte[] buffer, int offset, int end)
        {
            _buffer = buffer;
            _position = offset;
            _end = end;
            _used = 0;
            Failed = false;
        }

        /// <summary>Reads a number of <paramref name="count"/> bits (0 to 32).</summary>
        public uint Read(int count)
        {
            uint value = 0;
            while (count > 0)
            {
                if (_position >= _end)
                {
                    Failed = true;
                    return value << count;
                }

                int bits = 8 - _used < count ? 8 - _used : count;
                uint rest = (uint)_buffer[_position] >> (8 - _used - bits);
                value = (value << bits) | (rest & ((1u << bits) - 1));
                Advance(bits);
                count -= bits;
            }

            return value;
        }

        /// <summary>Reads a number written by <see cref="BitWriter.WriteVarint"/>.</summary>
        public uint ReadVarint()
        {
            uint value = 0;
            for (int shift = 0; shift < 35; shift += 7)
            {
                uint group = Read(8);
                if (shift == 28 && group > 0x0F)
                {
                    break;
                }

                value |= (group & 0x7F) << shift;
                if (group < 0x80)
                {
                    return value;
                }
            }

            Failed = true;
            return 0;
        }

        private void Advance(int bits)
        {
            _used += bits;
            if (_used == 8)
            {
                _used = 0;
                _position++;
            }
        }
    }
}
