using UlmEdge.Devices.Sensirion;

namespace UlmEdge.Tests.Devices;

public class Crc8Tests
{
    [Theory]
    [InlineData(0xBEEF, 0x92)] // every datasheet of the maker
    [InlineData(0x0000, 0x81)]
    [InlineData(0xF896, 0x31)] // SCD4x: get_serial_number
    [InlineData(0x9F07, 0xC2)]
    [InlineData(0x3BBE, 0x89)]
    [InlineData(0x03DB, 0x42)] // SCD4x: set_ambient_pressure
    [InlineData(0x0300, 0xAC)] // SPS30: start measurement
    public void Is_that_of_the_datasheets(int word, int expected)
    {
        Assert.Equal(expected, Crc8.Of((byte)(word >> 8), (byte)word));
    }

    [Fact]
    public void Finds_every_damage_of_up_to_three_bits()
    {
        for (int first = 0; first < 24; first++)
        {
            for (int second = first; second < 24; second++)
            {
                for (int third = second; third < 24; third++)
                {
                    int damage = (1 << first) | (1 << second) | (1 << third);
                    Assert.False(IsSound(0xBEEF92 ^ damage), $"bits {first}, {second}, {third}");
                }
            }
        }
    }

    private static bool IsSound(int frame) => Crc8.Of((byte)(frame >> 16), (byte)(frame >> 8)) == (byte)frame;
}
