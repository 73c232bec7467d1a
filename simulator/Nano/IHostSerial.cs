namespace UlmEdge.Simulator.Nano;

/// <summary>What hangs on the RX and TX pins of one UART of a virtual board.</summary>
public interface IHostSerial
{
    /// <summary>Bytes that have arrived and were not read.</summary>
    int BytesToRead { get; }

    /// <summary>Installs the driver, or changes its rate; what was received before the installation is gone.</summary>
    void Open(int baudRate);

    /// <summary>Changes the rate.</summary>
    void SetBaudRate(int baudRate);

    /// <summary>Takes the driver away; what arrives is lost.</summary>
    void Close();

    /// <summary>Takes what has arrived, at most as much as there is room.</summary>
    int Read(Span<byte> buffer);

    /// <summary>Sends bytes.</summary>
    void Write(ReadOnlySpan<byte> bytes);
}
