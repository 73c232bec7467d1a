using System.Buffers.Binary;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>A Plantower PMS5003 (manual 2.3; the PMS7003 alike): frames of 32 bytes, whole micrograms.</summary>
/// <param name="streetAt">The street around it at a time in microseconds since the supply came on.</param>
public sealed class VirtualPms(Func<long, StreetState> streetAt) : VirtualParticulateSensor(streetAt)
{
    private const byte FanError = 0x08;
    private const byte Version = 0x97;

    /// <inheritdoc/>
    protected override long PeriodUs => 920_000;

    /// <inheritdoc/>
    protected override string Section => "PMS5003 manual, appendix II";

    /// <inheritdoc/>
    protected override void Obey(long uptimeUs, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != 7 || bytes[0] != 0x42 || bytes[1] != 0x4D)
        {
            Violate(uptimeUs, $"{bytes.Length} bytes that are no command: {Convert.ToHexString(bytes)}");
            return;
        }

        if (BinaryPrimitives.ReadUInt16BigEndian(bytes[5..]) != Sum(bytes[..5]))
        {
            Violate(uptimeUs, "a command with a wrong checksum");
            return;
        }

        switch ((bytes[2], bytes[3], bytes[4]))
        {
            case (0xE4, 0, 1):
                Work(uptimeUs);
                break;
            case (0xE4, 0, 0):
                Sleep(uptimeUs);
                Answer(uptimeUs, [0x42, 0x4D, 0x00, 0x04, 0xE4, 0x00, 0x01, 0x77]);
                break;
            case (0xE1, 0, 0 or 1):
                IsReporting = bytes[4] == 1;
                Answer(uptimeUs, bytes[4] == 1
                    ? [0x42, 0x4D, 0x00, 0x04, 0xE1, 0x01, 0x01, 0x75]
                    : [0x42, 0x4D, 0x00, 0x04, 0xE1, 0x00, 0x01, 0x74]);
                break;
            case (0xE2, 0, _):
                break; // A request in passive mode, which nobody here uses.
            default:
                Violate(uptimeUs, $"an unknown command {bytes[2]:X2} {bytes[3]:X2} {bytes[4]:X2}");
                break;
        }
    }

    /// <inheritdoc/>
    protected override byte[]? Frame(StreetState street, double share)
    {
        if (double.IsNaN(street.Pm25))
        {
            return null;
        }

        byte[] frame = new byte[32];
        double[] micrograms = [street.Pm1, street.Pm25, street.Pm10];
        ushort[] words = new ushort[13];
        for (int i = 0; i < 3; i++)
        {
            double here = share * micrograms[i];
            words[i] = Word(here > 30 ? 1.5 * here : here); // CF=1 reads higher than atmospheric beyond some 30 µg/m³.
            words[3 + i] = Word(here);
            words[6 + i] = Word(60 * here);
        }

        words[12] = (ushort)((Version << 8) | (IsFrozen ? FanError : 0));
        frame[0] = 0x42;
        frame[1] = 0x4D;
        frame[3] = 28;
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(4 + (2 * i)), words[i]);
        }

        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(30), Sum(frame.AsSpan(0, 30)));
        return frame;
    }

    private static ushort Sum(ReadOnlySpan<byte> bytes)
    {
        int sum = 0;
        foreach (byte value in bytes)
        {
            sum += value;
        }

        return (ushort)sum;
    }

    private static ushort Word(double value) => (ushort)Math.Clamp(Math.Round(value), 0, 65535);
}
