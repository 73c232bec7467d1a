using UlmEdge.Simulator.Nano;

namespace UlmEdge.Tests.Conformance;

/// <summary>A line whose other end's memory is told apart from the binding's.</summary>
internal sealed class BenchLine(IHostSerial line, Action<long> allocated) : IHostSerial
{
    public int BytesToRead
    {
        get
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            int count = line.BytesToRead;
            allocated(GC.GetAllocatedBytesForCurrentThread() - before);
            return count;
        }
    }

    public void Open(int baudRate) => line.Open(baudRate);

    public void SetBaudRate(int baudRate)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        line.SetBaudRate(baudRate);
        allocated(GC.GetAllocatedBytesForCurrentThread() - before);
    }

    public void Close() => line.Close();

    public int Read(Span<byte> buffer)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        int count = line.Read(buffer);
        allocated(GC.GetAllocatedBytesForCurrentThread() - before);
        return count;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        line.Write(bytes);
        allocated(GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
