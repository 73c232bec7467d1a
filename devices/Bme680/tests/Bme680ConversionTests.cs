using UlmEdge.Devices.Bme680;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Devices;

/// <summary>The driver's formulas against the datasheet's other ones: those in integers, with their coarser steps.</summary>
public class Bme680ConversionTests
{
    private static readonly byte[] Low =
    [
        0x65, 0x67, 3, 0, 0x41, 0x8F, 0xED, 0xD6, 88, 0, 0x8E, 0x1C, 0x7F, 0xFF, 46, 30, 0, 0, 0x71, 0xF2, 0xC3, 0xF5, 30,
    ];

    private static readonly byte[] High = [0x3F, 0x0F, 0x2B, 0, 45, 20, 120, 0x9C, 0x5B, 0x66, 0xAF, 0xE8, 0xE2, 18];

    private static readonly Bme680Calibration Part = new(Low, High, [50, 0, 0x5F, 0, 0xFA]);

    [Fact]
    public void The_calibration_lies_where_the_datasheet_says()
    {
        Assert.Equal((26_203, 26_469, 3), (Part.T1, Part.T2, Part.T3));
        Assert.Equal((36_673, -10_515, 88, 7_310, -129), (Part.P1, Part.P2, Part.P3, Part.P4, Part.P5));
        Assert.Equal((30, 46, -3_471, -2_621, 30), (Part.P6, Part.P7, Part.P8, Part.P9, Part.P10));
        Assert.Equal((703, 1_008, 0, 45, 20, 120, -100), (Part.H1, Part.H2, Part.H3, Part.H4, Part.H5, Part.H6, Part.H7));
        Assert.Equal((-30, -5_969, 18), (Part.G1, Part.G2, Part.G3));
        Assert.Equal((50, 1, -1), (Part.HeaterCorrection, Part.HeaterRange, Part.RangeError));
    }

    [Fact]
    public void Temperature_pressure_and_humidity_are_those_of_the_integer_formulas()
    {
        int compared = 0;
        for (int code = 293_000; code < 688_000; code += 4_937)
        {
            double fine = Bme680Conversion.FineTemperature(Part, code);
            int coarse = Bme680Integers.FineTemperature(Part, code);
            int celsius = Bme680Integers.CentiCelsius(coarse);
            Assert.InRange(Bme680Conversion.Temperature(fine).Value, celsius - 1, celsius + 1);
            for (int step = 0; step < 40; step++)
            {
                Reading pressure = Bme680Conversion.Pressure(Part, fine, 230_000 + (step * 13_001));
                int pascal = Bme680Integers.Pressure(Part, coarse, 230_000 + (step * 13_001));
                if (pressure.Absence == Absence.None)
                {
                    Assert.InRange(pressure.Value, pascal - 9, pascal + 9);
                    compared++;
                }

                int humidity = Bme680Integers.CentiPercent(Part, coarse, 9_000 + (step * 550));
                Assert.InRange(Bme680Conversion.Humidity(Part, fine, 9_000 + (step * 550)).Value, humidity - 8, humidity + 8);
            }
        }

        Assert.InRange(compared, 2_000, 3_200);
    }

    [Fact]
    public void Gas_resistance_is_that_of_the_integer_formula_in_every_range()
    {
        for (int range = 0; range < 16; range++)
        {
            for (int code = 0; code < 1_024; code++)
            {
                long ohm = Bme680Integers.Ohm(Part, code, range);
                Assert.InRange(Bme680Conversion.GasResistance(Part, code, range).Value, ohm * 0.9965 - 1, ohm * 1.0035 + 1);
            }
        }
    }

    // At 0 °C, since in the published integer formula (BME68x-Sensor-API 4.4.5) the air's term is ten thousand times too small.
    [Theory]
    [InlineData(200)]
    [InlineData(320)]
    [InlineData(400)]
    public void The_heater_is_told_what_the_integer_formula_says(int plate)
    {
        int expected = Bme680Integers.HeaterTargetAtZero(Part, plate);
        Assert.InRange(Bme680Conversion.HeaterTarget(Part, plate, 0), expected - 2, expected + 1);
    }

    // 3.4 × 18 / 1024 × 80 × 4 / 5 / 1.1
    [Fact]
    public void Warmer_air_has_the_heater_told_more() =>
        Assert.InRange(Bme680Conversion.HeaterTarget(Part, 320, 60) - Bme680Conversion.HeaterTarget(Part, 320, -20), 3, 4);

    [Fact]
    public void What_the_chip_cannot_measure_has_no_value()
    {
        Assert.Equal(Reading.Missing(Absence.OutOfRange), Bme680Conversion.Temperature(-40.1 * 5_120));
        Assert.Equal(Reading.Missing(Absence.OutOfRange), Bme680Conversion.Temperature(85.1 * 5_120));
        Assert.Equal(Reading.Missing(Absence.OutOfRange), Bme680Conversion.Temperature(double.NaN));
        Assert.Equal(Reading.Missing(Absence.OutOfRange), Bme680Conversion.Pressure(Part, 100_000, 0));
        Bme680Calibration empty = new(new byte[23], High, new byte[5]);
        Assert.Equal(Reading.Missing(Absence.OutOfRange), Bme680Conversion.Pressure(empty, 100_000, 400_000));
        Assert.Equal(Reading.Of(0), Bme680Conversion.Humidity(Part, 100_000, 0));
        Assert.Equal(Reading.Of(10_000), Bme680Conversion.Humidity(Part, 100_000, 65_535));
    }

    [Fact]
    public void A_million_random_parts_and_codes_make_no_exception_and_no_value_out_of_range()
    {
        Random chance = new(4711);
        byte[] heater = new byte[5];
        byte[] low = new byte[23];
        byte[] high = new byte[14];
        int values = 0;
        for (int i = 0; i < 1_000_000; i++)
        {
            chance.NextBytes(low);
            chance.NextBytes(high);
            chance.NextBytes(heater);
            Bme680Calibration part = new(low, high, heater);
            double fine = Bme680Conversion.FineTemperature(part, chance.Next(1 << 20));
            values += Within(Bme680Conversion.Temperature(fine), -4_000, 8_500);
            values += Within(Bme680Conversion.Pressure(part, fine, chance.Next(1 << 20)), 30_000, 110_000);
            values += Within(Bme680Conversion.Humidity(part, fine, chance.Next(1 << 16)), 0, 10_000);
            values += Within(Bme680Conversion.GasResistance(part, chance.Next(1_024), chance.Next(16)), 1, 20_000_000);
            Bme680Conversion.HeaterTarget(part, 320, chance.Next(-40, 86));
        }

        Assert.InRange(values, 2_000_000, 4_000_000);
    }

    private static int Within(Reading reading, int min, int max)
    {
        if (reading.Absence == Absence.None && (reading.Value < min || reading.Value > max))
        {
            Assert.Fail($"{reading.Value} is not within {min} and {max}");
        }

        return reading.Absence == Absence.None ? 1 : 0;
    }
}
