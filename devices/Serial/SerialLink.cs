using System;
using System.IO.Ports;

namespace UlmEdge.Devices.Serial
{
    /// <summary>A serial port that never waits and never throws.</summary>
    /// <remarks>
    /// The platform keeps 256 bytes that have arrived and drops what comes then: who wants them looks in time. Of these no more is ever
    /// read than is there; a Read of more would wait for the rest.
    /// </remarks>
    public sealed class SerialLink
    {
        /// <summary>The most bytes that one look takes: a line that hangs has more without end.</summary>
        public const int BytesPerLook = 512;

        private readonly string _portName;
        private readonly int _baudRate;
        private readonly byte[] _buffer = new byte[64];
        private SerialPort _port;
        private int _next;
        private int _count;

        /// <summary>A port by its name; it is opened by the first call.</summary>
        public SerialLink(string portName, int baudRate)
        {
            _portName = portName;
            _baudRate = baudRate;
        }

        /// <summary>Sends an array, whole: that is what the ESP32's port does whatever count it is given.</summary>
        /// <returns>Whether it is on its way.</returns>
        public bool TryWrite(byte[] bytes)
        {
            try
            {
                Open().Write(bytes, 0, bytes.Length);
                return true;
            }
            catch (Exception)
            {
                Close();
                return false;
            }
        }

        /// <summary>Takes the next byte that has arrived.</summary>
        /// <returns>0 to 255, or -1 if there is none.</returns>
        public int Take()
        {
            if (_next == _count && !Fill())
            {
                return -1;
            }

            return _buffer[_next++];
        }

        /// <summary>Drops what has arrived.</summary>
        public void Drain()
        {
            _next = _count;
            for (int dropped = 0; dropped < BytesPerLook && Fill(); dropped += _count)
            {
                _next = _count;
            }

            _next = _count;
        }

        /// <summary>Changes the rate.</summary>
        /// <returns>Whether it holds.</returns>
        public bool TryUseBaudRate(int baudRate)
        {
            try
            {
                Open().BaudRate = baudRate;
                return true;
            }
            catch (Exception)
            {
                Close();
                return false;
            }
        }

        /// <summary>Gives the port back; the next call opens it anew.</summary>
        public void Close()
        {
            _port?.Dispose();
            _port = null;
            _next = 0;
            _count = 0;
        }

        private SerialPort Open()
        {
            if (_port == null)
            {
                SerialPort port = new SerialPort(_portName, _baudRate);
                _port = port;
                port.Open();
            }

            return _port;
        }

        private bool Fill()
        {
            try
            {
                int available = Open().BytesToRead;
                _next = 0;
                _count = available > _buffer.Length ? _buffer.Length : available;
                _count = _count > 0 ? _port.Read(_buffer, 0, _count) : 0;
                return _count > 0;
            }
            catch (Exception)
            {
                Close();
                return false;
            }
        }
    }
}
