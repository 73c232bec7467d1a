using UlmEdge.Devices.Dnms;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Devices;

public class DnmsConversionTests
{
    [Theory]
    [InlineData(54.25f, 543, Absence.None)]
    [InlineData(24.9f, 0, Absence.OutOfRange)]
    [InlineData(130.2f, 0, Absence.OutOfRange)]
    [InlineData(-1f, 0, Absence.Implausible)]
    [InlineData(float.NaN, 0, Absence.Implausible)]
    [InlineData(float.PositiveInfinity, 0, Absence.Implausible)]
    public void A_level_is_tenths_of_a_decibel_or_has_a_reason(float decibels, int tenths, Absence reason)
    {
        uint bits = BitConverter.SingleToUInt32Bits(decibels);
        Reading reading = DnmsConversion.Level((int)(bits >> 16), (int)(bits & 0xFFFF), new byte[4]);
        Assert.Equal(reason == Absence.None ? Reading.Of(tenths) : Reading.Missing(reason), reading);
    }
}
