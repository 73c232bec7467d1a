namespace UlmEdge.Simulator.Chips;

/// <summary>One serial line from a chip to a UART of the ESP32, and everything that can go wrong on it.</summary>
/// <remarks>
/// The receive buffer is the platform's: 256 bytes, and what comes when it is full is lost. Into it bytes are handed over only when
/// 120 of them have come, or when the line was silent for ten of them (ESP-IDF, UART_FULL_THRESH_DEFAULT and UART_TOUT_THRESH_DEFAULT).
/// A byte at another rate than the receiver's arrives as another byte.
/// </remarks>
public sealed class SerialLine(ISerialChip chip)
{
    /// <summary>Bytes of the platform's receive buffer (nf-interpreter, ESP32, UART_BUFER_SIZE).</summary>
    public const int BufferBytes = 256;

    private readonly Queue<(long ArrivalUs, byte Value)> _underWay = new();
    private const int FifoBytes = 120;
    private const int SilentBytes = 10;
    private const int BitsPerByte = 10;

    private readonly List<byte> _fifo = [];
    private readonly Queue<byte> _received = new();
    private readonly List<(int Byte, int Bit)> _flips = [];
    private int _baudRate;
    private bool _isOpen;
    private long _nowUs;
    private int _skip;
    private int _arrived;
    private long _silentFromUs;

    /// <summary>The chip at its end.</summary>
    public ISerialChip Chip { get; set; } = chip;

    /// <summary>The state of the wires.</summary>
    public LineCondition Condition { get; set; }

    /// <summary>Bytes that have arrived since the last call of <see cref="CountBytes"/>.</summary>
    public int Arrived => _arrived;

    /// <summary>Begins to count arriving bytes anew; bits are flipped in those that are named.</summary>
    public void CountBytes(params ReadOnlySpan<(int Byte, int Bit)> flips)
    {
        _arrived = 0;
        _flips.Clear();
        _flips.AddRange(flips);
    }

    /// <summary>Loses the next bytes on their way to the master.</summary>
    public void Swallow(int bytes) => _skip = bytes;

    /// <summary>The driver is installed.</summary>
    public void Open(long uptimeUs, int baudRate)
    {
        Advance(uptimeUs);
        _received.Clear();
        _baudRate = baudRate;
        _isOpen = true;
    }

    /// <summary>The receiver's rate changes.</summary>
    public void SetBaudRate(long uptimeUs, int baudRate)
    {
        Advance(uptimeUs);
        _baudRate = baudRate;
    }

    /// <summary>The driver is taken away.</summary>
    public void Close(long uptimeUs)
    {
        Advance(uptimeUs);
        _isOpen = false;
        _fifo.Clear();
        _received.Clear();
    }

    /// <summary>Bytes in the receive buffer.</summary>
    public int Available(long uptimeUs)
    {
        Advance(uptimeUs);
        return _received.Count;
    }

    /// <summary>Takes bytes out of the receive buffer.</summary>
    public int Read(long uptimeUs, Span<byte> buffer)
    {
        Advance(uptimeUs);
        int count = 0;
        while (count < buffer.Length && _received.TryDequeue(out byte value))
        {
            buffer[count++] = value;
        }

        return count;
    }

    /// <summary>Sends bytes to the chip.</summary>
    public void Write(long uptimeUs, ReadOnlySpan<byte> bytes)
    {
        Advance(uptimeUs);
        Chip.Receive(uptimeUs, _baudRate, bytes);
    }

    private void Advance(long uptimeUs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(uptimeUs, _nowUs);
        _nowUs = uptimeUs;
        while (Chip.TrySend(uptimeUs, out SerialFrame frame))
        {
            for (int i = 0; i < frame.Bytes.Length; i++)
            {
                byte value = frame.BaudRate == _baudRate ? frame.Bytes[i] : Garbled(frame.Bytes[i]);
                _underWay.Enqueue((frame.ArrivalUs(i), value));
            }
        }

        while (_underWay.TryPeek(out (long ArrivalUs, byte Value) next) && next.ArrivalUs <= uptimeUs)
        {
            _underWay.Dequeue();
            HandOver(next.ArrivalUs);
            Arrive(next.Value);
            _silentFromUs = next.ArrivalUs;
        }

        HandOver(uptimeUs);

        if (Condition == LineCondition.Low && _isOpen)
        {
            Fill();
        }
    }

    private void Arrive(byte value)
    {
        if (!_isOpen || Condition is LineCondition.Silent or LineCondition.Low)
        {
            return;
        }

        if (_skip > 0)
        {
            _skip--;
            return;
        }

        int index = _arrived++;
        foreach ((int at, int bit) in _flips)
        {
            value ^= at == index ? (byte)(1 << bit) : (byte)0;
        }

        value ^= Condition == LineCondition.Noisy ? (byte)(1 << (index % 8)) : (byte)0;
        _fifo.Add(value);
    }

    private void HandOver(long uptimeUs)
    {
        bool isSilent = _baudRate > 0 && uptimeUs - _silentFromUs >= SilentBytes * BitsPerByte * 1_000_000L / _baudRate;
        if (_fifo.Count < FifoBytes && !isSilent)
        {
            return;
        }

        for (int i = 0; i < _fifo.Count && _received.Count < BufferBytes; i++)
        {
            _received.Enqueue(_fifo[i]);
        }

        _fifo.Clear();
    }

    private void Fill()
    {
        while (_received.Count < BufferBytes)
        {
            _received.Enqueue(0);
        }
    }

    private static byte Garbled(byte value) => (byte)~((value << 3) | (value >> 5));
}
