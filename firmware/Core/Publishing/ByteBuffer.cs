namespace UlmEdge.Core.Publishing
{
    /// <summary>A message in a buffer that is allocated once: on the device every array would be garbage.</summary>
    public class ByteBuffer
    {
        /// <summary>A buffer of a fixed size.</summary>
        public ByteBuffer(int bytesMax)
            : this(new byte[bytesMax])
        {
        }

        /// <summary>A buffer in memory that is another one's as well: only one of them holds a message at a time.</summary>
        public ByteBuffer(byte[] bytes)
        {
            Bytes = bytes;
        }

        /// <summary>The message, from the start.</summary>
        public byte[] Bytes { get; }

        /// <summary>Bytes of the message.</summary>
        public int Length { get; private set; }

        /// <summary>Whether something did not fit; then the message is worthless.</summary>
        public bool Overflowed { get; private set; }

        /// <summary>Empties the buffer.</summary>
        public void Clear()
        {
            Length = 0;
            Overflowed = false;
        }

        /// <summary>Takes as its message what somebody else wrote to <see cref="Bytes"/>.</summary>
        public void Take(int length)
        {
            Length = length;
            Overflowed = false;
        }

        /// <summary>Adds text; characters beyond ASCII are not for here.</summary>
        public void Append(string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                Append((byte)text[i]);
            }
        }

        /// <summary>Adds what another buffer holds.</summary>
        public void Append(ByteBuffer other)
        {
            for (int i = 0; i < other.Length; i++)
            {
                Append(other.Bytes[i]);
            }
        }

        /// <summary>Adds one character.</summary>
        public void Append(byte character)
        {
            if (Length == Bytes.Length)
            {
                Overflowed = true;
                return;
            }

            Bytes[Length++] = character;
        }

        /// <summary>A copy of the message in an array of its own size, as M2Mqtt wants it.</summary>
        public byte[] ToArray()
        {
            byte[] copy = new byte[Length];
            System.Array.Copy(Bytes, copy, Length);
            return copy;
        }
    }
}
