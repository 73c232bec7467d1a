using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>A Nova SDS011 (Laser Dust Sensor Control Protocol V1.3): one frame a second, commands with answers.</summary>
/// <param name="id">The part's number.</param>
/// <param name="streetAt">The street around it at a time in microseconds since the supply came on.</param>
public sealed class VirtualSds011(ushort id, Func<long, StreetState> streetAt) : VirtualParticulateSensor(streetAt)
{
    private const int CommandBytes = 19;

    /// <inheritdoc/>
    protected override long PeriodUs => 1_000_000;

    /// <inheritdoc/>
    protected override string Section => "SDS011 protocol 1.3";

    /// <inheritdoc/>
    protected override void Obey(long uptimeUs, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != CommandBytes || bytes[0] != 0xAA || bytes[1] != 0xB4 || bytes[^1] != 0xAB)
        {
            Violate(uptimeUs, $"{bytes.Length} bytes that are no command: {Convert.ToHexString(bytes)}");
            return;
        }

        if (bytes[17] != Sum(bytes[2..17]))
        {
            Violate(uptimeUs, "a command with a wrong checksum");
            return;
        }

        switch ((bytes[2], bytes[3], bytes[4]))
        {
            case (6, 1, 1):
                Work(uptimeUs);
                break;
            case (6, 1, 0):
                Sleep(uptimeUs);
                break;
            case (2, 1, 0 or 1):
                IsReporting = bytes[4] == 0;
                break;
            default:
                Violate(uptimeUs, $"an unknown command {bytes[2]} {bytes[3]} {bytes[4]}");
                return;
        }

        Answer(uptimeUs, Framed(0xC5, [bytes[2], bytes[3], bytes[4], 0, (byte)(id >> 8), (byte)id]));
    }

    /// <inheritdoc/>
    protected override byte[]? Frame(StreetState street, double share)
    {
        if (IsFrozen || double.IsNaN(street.Pm25))
        {
            return null;
        }

        int pm25 = Tenths(share * street.Pm25);
        int pm10 = Tenths(share * street.Pm10);
        return Framed(0xC0, [(byte)pm25, (byte)(pm25 >> 8), (byte)pm10, (byte)(pm10 >> 8), (byte)(id >> 8), (byte)id]);
    }

    private static byte[] Framed(byte kind, ReadOnlySpan<byte> data) => [0xAA, kind, .. data, Sum(data), 0xAB];

    private static byte Sum(ReadOnlySpan<byte> bytes)
    {
        int sum = 0;
        foreach (byte value in bytes)
        {
            sum += value;
        }

        return (byte)sum;
    }

    private static int Tenths(double micrograms) => (int)Math.Clamp(Math.Round(10 * micrograms), 0, 9999);
}
