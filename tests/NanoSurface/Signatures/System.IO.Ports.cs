// nanoFramework.System.IO.Ports 1.1.139
// Needs: mscorlib, nanoFramework.Runtime.Events, System.IO.Streams

namespace System.IO.Ports
{
    public enum Parity
    {
        None = 0,
        Odd = 1,
        Even = 2,
    }

    public enum StopBits
    {
        One = 1,
        Two = 2,
        OnePointFive = 3,
    }

    public sealed class SerialPort : IDisposable
    {
        public SerialPort(string portName, int baudRate = 9600, Parity parity = Parity.None, int dataBits = 8, StopBits stopBits = StopBits.One) => throw null;
        public int BaudRate { get; set; }
        public int BytesToRead { get; }
        public void Dispose() => throw null;
        public void Open() => throw null;
        public int Read(byte[] buffer, int offset, int count) => throw null;
        public void Write(byte[] buffer, int offset, int count) => throw null;
    }
}
