using UlmEdge.Simulator.Nano;

namespace System.IO
{
    /// <summary>
    /// An opened file in the board's flash. What is written lasts once it is closed; flushing changes nothing.
    /// </summary>
    internal class FileStream : Stream
    {
        private readonly FlashFile _file;
        private bool _disposed;

        /// <summary>Opens a file that others may read meanwhile.</summary>
        public FileStream(string path, FileMode mode)
            : this(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite)
        {
        }

        /// <summary>Opens a file that others may read meanwhile.</summary>
        public FileStream(string path, FileMode mode, FileAccess access)
            : this(path, mode, access, FileShare.Read)
        {
        }

        /// <summary>Opens a file.</summary>
        public FileStream(string path, FileMode mode, FileAccess access, FileShare share)
        {
            _file = new FlashFile(path, mode, access, share);
        }

        /// <inheritdoc/>
        public override bool CanRead => !_disposed && (_file.Access & FileAccess.Read) != 0;

        /// <inheritdoc/>
        public override bool CanSeek => !_disposed;

        /// <inheritdoc/>
        public override bool CanWrite => !_disposed && (_file.Access & FileAccess.Write) != 0;

        /// <summary>Full path.</summary>
        public string Name => _file.Path;

        /// <inheritdoc/>
        public override long Length
        {
            get
            {
                Require(true);
                return _file.Length;
            }
        }

        /// <inheritdoc/>
        public override long Position
        {
            get
            {
                Require(true);
                return _file.Position;
            }

            set => Seek(value, SeekOrigin.Begin);
        }

        /// <inheritdoc/>
        public override int Read(byte[] buffer, int offset, int count)
        {
            Require(CanRead);
            return _file.Read(new Span<byte>(buffer, offset, count));
        }

        /// <inheritdoc/>
        public override void Write(byte[] buffer, int offset, int count)
        {
            Require(CanWrite);
            _file.Write(new ReadOnlySpan<byte>(buffer, offset, count));
        }

        /// <inheritdoc/>
        public override long Seek(long offset, SeekOrigin origin)
        {
            Require(true);
            return _file.Seek(offset, origin);
        }

        /// <inheritdoc/>
        public override void SetLength(long value)
        {
            Require(CanWrite);
            _file.SetLength(value);
        }

        /// <inheritdoc/>
        public override void Flush()
        {
            Require(true);
            _file.Flush();
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (disposing && !_disposed)
            {
                _disposed = true;
                _file.Close();
            }

            base.Dispose(disposing);
        }

        private void Require(bool can)
        {
            if (_disposed)
            {
                throw new ObjectDisposedException(null);
            }

            if (!can)
            {
                throw new NotSupportedException();
            }
        }
    }
}
