using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Nano;

namespace UlmEdge.Simulator.Board;

/// <summary>A serial line as a board's UART meets it: the board knows what time it is.</summary>
/// <param name="line">The line.</param>
/// <param name="uptimeUs">Tells the time.</param>
/// <param name="gate">Held while the line is used: sensors are unplugged by other threads than the firmware's.</param>
public sealed class HostedLine(SerialLine line, Func<long> uptimeUs, Lock gate) : IHostSerial
{
    /// <inheritdoc/>
    public int BytesToRead
    {
        get
        {
            lock (gate)
            {
                return line.Available(uptimeUs());
            }
        }
    }

    /// <inheritdoc/>
    public void Open(int baudRate)
    {
        lock (gate)
        {
            line.Open(uptimeUs(), baudRate);
        }
    }

    /// <inheritdoc/>
    public void SetBaudRate(int baudRate)
    {
        lock (gate)
        {
            line.SetBaudRate(uptimeUs(), baudRate);
        }
    }

    /// <inheritdoc/>
    public void Close()
    {
        lock (gate)
        {
            line.Close(uptimeUs());
        }
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer)
    {
        lock (gate)
        {
            return line.Read(uptimeUs(), buffer);
        }
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            line.Write(uptimeUs(), bytes);
        }
    }
}
