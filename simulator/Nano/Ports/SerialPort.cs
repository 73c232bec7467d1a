using UlmEdge.Simulator.Nano;

namespace System.IO.Ports;

/// <summary>One UART of the virtual board.</summary>
/// <remarks>
/// As on the ESP32 (nanoframework/System.IO.Ports:SerialPort.cs and nf-interpreter:targets/ESP32/_nanoCLR/System.IO.Ports):
/// the constructor only takes the name; the driver is installed by Open, which wants both pins routed before; the receive
/// buffer has 256 bytes whatever is asked for, and what comes when it is full is lost; a Read of no more than is there
/// returns at once, one of more would wait for the rest; a Write sends the array to its end, whatever count it is given.
/// </remarks>
public sealed class SerialPort : IDisposable
{
    private readonly HostBoard _board = HostBoard.Current;
    private readonly int _port;
    private IHostSerial? _line;
    private int _baudRate;
    private bool _disposed;

    /// <summary>Takes a port by its name, <c>COM1</c> to <c>COM3</c>.</summary>
    /// <exception cref="ArgumentException">Somebody has it already.</exception>
    public SerialPort(
        string portName, int baudRate = 9600, Parity parity = Parity.None, int dataBits = 8, StopBits stopBits = StopBits.One)
    {
        _port = portName[3] - '0';
        if (parity != Parity.None || dataBits != 8 || stopBits != StopBits.One)
        {
            throw new NotSupportedException("the virtual boards know eight data bits, no parity and one stop bit only");
        }

        if (!BoardState.Of(_board).SerialPorts.TryAdd(_port, this))
        {
            throw new ArgumentException();
        }

        _baudRate = baudRate;
    }

    /// <summary>Bits a second.</summary>
    public int BaudRate
    {
        get => _baudRate;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            _baudRate = value;
            _line?.SetBaudRate(value);
        }
    }

    /// <summary>Whether the driver is installed.</summary>
    public bool IsOpen => _line != null;

    /// <summary>Bytes that have arrived and were not read.</summary>
    public int BytesToRead => Line().BytesToRead;

    /// <summary>Installs the driver.</summary>
    /// <exception cref="InvalidOperationException">It is open.</exception>
    /// <exception cref="ArgumentException">The pins are not routed.</exception>
    public void Open()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_line != null)
        {
            throw new InvalidOperationException();
        }

        IHostSerial line = _board.Serial(_port) ?? throw new ArgumentException();
        line.Open(_baudRate);
        _line = line;
    }

    /// <summary>Reads bytes that are there.</summary>
    /// <exception cref="TimeoutException">
    /// There are fewer: the board would wait for the rest. Firmware of ours never does, so here it is a fault at once.
    /// </exception>
    public int Read(byte[] buffer, int offset, int count)
    {
        IHostSerial line = Line();
        return line.BytesToRead < count ? throw new TimeoutException() : line.Read(buffer.AsSpan(offset, count));
    }

    /// <summary>Sends bytes; they go out as fast as the line allows.</summary>
    /// <exception cref="NotSupportedException">A part of the array only: the board would send more than that.</exception>
    public void Write(byte[] buffer, int offset, int count)
    {
        if (offset != 0 || count != buffer.Length)
        {
            throw new NotSupportedException("the board's port sends an array whole: give it one of that length");
        }

        Line().Write(buffer);
    }

    /// <summary>Takes the driver away.</summary>
    public void Close()
    {
        _line?.Close();
        _line = null;
    }

    /// <summary>Takes the driver away and gives the name free.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            Close();
            BoardState.Of(_board).SerialPorts.Remove(_port);
        }
    }

    private IHostSerial Line()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _line ?? throw new InvalidOperationException();
    }
}
