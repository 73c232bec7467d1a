namespace UlmEdge.Devices.Serial
{
    /// <summary>Finds frames of one length in a stream of bytes, however damaged: a sound one is found as soon as it ends.</summary>
    public abstract class FrameScanner
    {
        private int _count;

        /// <summary>A scanner for frames of a length.</summary>
        protected FrameScanner(int length)
        {
            Frame = new byte[length];
        }

        /// <summary>The frame found last; valid until the next byte.</summary>
        public byte[] Frame { get; }

        /// <summary>Forgets a frame that was begun.</summary>
        public void Restart()
        {
            _count = 0;
        }

        /// <summary>Takes a byte.</summary>
        /// <returns>Whether a sound frame ends with it.</returns>
        public bool Take(byte value)
        {
            Frame[_count++] = value;
            if (_count == Frame.Length && IsSound())
            {
                _count = 0;
                return true;
            }

            // What is no frame may have one begin in its midst.
            while (_count > 0 && (_count == Frame.Length || !CanBegin(_count)))
            {
                DropFirst();
            }

            return false;
        }

        /// <summary>Whether the first bytes can be those of a frame.</summary>
        protected abstract bool CanBegin(int count);

        /// <summary>Whether the frame is whole and its checksum right.</summary>
        protected abstract bool IsSound();

        private void DropFirst()
        {
            _count--;
            for (int i = 0; i < _count; i++)
            {
                Frame[i] = Frame[i + 1];
            }
        }
    }
}
