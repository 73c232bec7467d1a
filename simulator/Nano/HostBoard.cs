using System.Device.I2c;

namespace UlmEdge.Simulator.Nano;

/// <summary>What the façades ask of the virtual board whose firmware is calling them.</summary>
/// <remarks>
/// A process holds as many boards as it likes: each board's firmware runs in an execution context that <see cref="Enter"/>
/// bound to it, and threads, tasks and timers started there inherit it.
/// Every member throws <see cref="BoardOffException"/> once the board has lost power, so that its firmware unwinds.
/// </remarks>
public abstract class HostBoard
{
    private static readonly AsyncLocal<HostBoard?> Ambient = new();

    /// <summary>The board of the calling execution context.</summary>
    /// <exception cref="InvalidOperationException">The caller runs on no board.</exception>
    public static HostBoard Current =>
        Ambient.Value ?? throw new InvalidOperationException("nanoFramework API called outside a virtual board");

    /// <summary>Binds the calling execution context, and all it starts, to this board.</summary>
    public void Enter() => Ambient.Value = this;

    /// <summary>Name of the firmware build, e.g. <c>ESP32_REV3</c> (SystemInfo.TargetName).</summary>
    public abstract string TargetName { get; }

    /// <summary>The six bytes burned into the chip (NetworkInterface.PhysicalAddress).</summary>
    public abstract byte[] FactoryId { get; }

    /// <summary>Milliseconds of board time since power-on.</summary>
    public abstract long UptimeMs { get; }

    /// <summary>The clock chip's time in Unix milliseconds: counts from 0 at power-on until SNTP sets it.</summary>
    public abstract long ClockUnixMs { get; }

    /// <summary>Sets the clock chip's time, until SNTP sets it.</summary>
    public abstract void SetClock(long unixMs);

    /// <summary>The certificates of authorities that nanoff has put into the device's store, as PEM text, or null.</summary>
    public abstract string? CertificateStore { get; }

    /// <summary>Cancelled when the board loses power: sockets are dropped without a word, queues die.</summary>
    /// <remarks>The one member that can still be asked for after that. A reboot is a loss of power, too.</remarks>
    public abstract CancellationToken PowerOff { get; }

    /// <summary>A number from 0 to <paramref name="limit"/> - 1 out of the chip's random generator.</summary>
    public abstract int NextRandom(int limit);

    /// <summary>Sleeps for a span of board time.</summary>
    public abstract void Sleep(int milliseconds);

    /// <summary>A line of debug output.</summary>
    public abstract void WriteLine(string text);

    /// <summary>Restarts the board; does not return.</summary>
    public abstract void Reboot();

    /// <summary>Routes a pin to a peripheral (Configuration.SetPinFunction).</summary>
    /// <param name="pin">GPIO number.</param>
    /// <param name="function">The platform's number of the function.</param>
    public abstract void SetPinFunction(int pin, int function);

    /// <summary>Drives an output pin.</summary>
    public abstract void WritePin(int pin, bool high);

    /// <summary>One I2C transaction: start, write, repeated start and read if both are given, stop.</summary>
    /// <param name="busId">Bus number from 1.</param>
    /// <param name="address">Seven-bit address.</param>
    /// <param name="write">Bytes to write; may be empty.</param>
    /// <param name="read">Takes what the chip sends; left as it was when nobody answers.</param>
    /// <param name="bytesTransferred">Bytes that were acknowledged.</param>
    public abstract I2cTransferStatus TransferI2c(
        int busId, int address, ReadOnlySpan<byte> write, Span<byte> read, out int bytesTransferred);

    /// <summary>What hangs on the pins of a UART, or null when they are not routed.</summary>
    /// <param name="port">1 for <c>COM1</c>.</param>
    public abstract IHostSerial? Serial(int port);

    /// <summary>Converts the voltage at an input of the first converter.</summary>
    /// <returns>A code from 0 to 4095.</returns>
    public abstract int ReadAdc(int channel);

    /// <summary>Falling edges at a pin since the start of the world; those of a pin without anything on it are 0.</summary>
    public abstract long CountPulses(int pin);

    /// <summary>The flash volume <c>I:</c>.</summary>
    public abstract IFlashVolume Flash { get; }

    /// <summary>The radio and what lies behind it.</summary>
    public abstract IBoardNetwork Network { get; }
}
