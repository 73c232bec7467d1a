using System.Device.I2c;
using Iot.Device.Bmxx80;
using Iot.Device.Bmxx80.PowerMode;
using Iot.Device.Bmxx80.ReadResult;
using UlmEdge.Simulator.Nano;
using UnitsNet;

namespace UlmEdge.Tests.Simulation;

/// <summary>The Bmxx80 façade: the library's traffic and numbers, and its blindness to a chip that is gone.</summary>
public sealed class NanoBmxx80Tests
{
    private const int Address = 0x76;

    // Datasheet BST-BMP280-DS001, section 3.12: the calibration of its example, T1 to P9.
    private const string Calibration = "706B 4367 18FC 7D8E 43D6 D00B 270B 8C00 F9FF 8C3C F8C6 7017";

    private const string HumidityCalibration = "6A01 00 14 08 00 1E";

    private readonly FakeBoard _board = new();
    private readonly FakeChip _chip = new();

    [Fact]
    public void The_datasheets_example_comes_out()
    {
        using Bmp280 driver = Bmp280WithExample();
        Bmp280ReadResult result = driver.Read();
        Assert.Equal(25.08, result.Temperature.DegreesCelsius, 0.005);
        Assert.Equal(100653.27, result.Pressure.Pascals, 0.005);
        Assert.Equal(1006.5327, result.Pressure.Hectopascals, 0.00005);
        Assert.True(result.TemperatureIsValid && result.PressureIsValid);
    }

    [Fact]
    public void The_constructor_talks_to_the_chip_as_the_library_does()
    {
        _board.Enter();
        _chip.Set(0xD0, "60");
        _board.Chips[Address] = _chip;
        using var driver = new Bme280(Device());
        string[] writes = [.. _chip.Traffic.Where(transfer => transfer[0] == 'w')];
        string[] expected =
        [
            "w D0",
            "w A1", "w E1", "w E3", "w E4", "w E5", "w E6", "w E5", "w E7",
            "w 88", "w 8A", "w 8C",
            "w 8E", "w 90", "w 92", "w 94", "w 96", "w 98", "w 9A", "w 9C", "w 9E",
            "w E0B6",
            "w F4", "w F404", "w F4", "w F424",
            "w F5", "w F500", "w F5", "w F540",
            "w F2", "w F201", "w F4", "w F424",
        ];
        Assert.Equal(expected, writes);
    }

    [Fact]
    public void A_measurement_sleeps_on_board_time()
    {
        using Bmp280 driver = Bmp280WithExample();
        long before = _board.UptimeMs;
        driver.Read();
        Assert.Equal(14, _board.UptimeMs - before);
        Assert.Equal(Bmx280PowerMode.Forced, driver.ReadPowerMode());
    }

    [Fact]
    public void No_chip_and_a_wrong_chip_are_exceptions_of_the_constructor()
    {
        _board.Enter();
        Assert.Throws<IOException>(() => new Bme280(Device()));
        _chip.Set(0xD0, "58");
        _board.Chips[Address] = _chip;
        Assert.Throws<IOException>(() => new Bme280(Device()));
    }

    [Fact]
    public void A_chip_that_is_unplugged_later_reads_as_valid_nonsense()
    {
        using Bme280 driver = Bme280WithExample();
        _board.Chips.Remove(Address);
        Bme280ReadResult result = driver.Read();
        Assert.True(result.TemperatureIsValid && result.PressureIsValid && result.HumidityIsValid);
        Assert.InRange(result.Temperature.DegreesCelsius, -150, -100);
    }

    [Fact]
    public void A_chip_that_restarted_reads_as_valid_and_plausible()
    {
        using Bme280 driver = Bme280WithExample();
        _chip.Set(0xF7, "800000 800000 8000");
        Bme280ReadResult result = driver.Read();
        Assert.True(result.TemperatureIsValid && result.PressureIsValid && result.HumidityIsValid);
        Assert.InRange(result.Temperature.DegreesCelsius, 10, 40);
        Assert.InRange(result.Pressure.Hectopascals, 500, 1000);
    }

    [Fact]
    public void Status_and_mode_are_what_the_registers_say()
    {
        using Bme280 driver = Bme280WithExample();
        Assert.Equal(21, driver.GetMeasurementDuration());
        _chip.Set(0xF3, "09");
        Assert.True(driver.ReadStatus().Measuring && driver.ReadStatus().ImageUpdating);
        _chip.Set(0xF4, "01");
        Assert.Throws<IOException>(() => driver.ReadPowerMode());
    }

    [Fact]
    public void Only_a_skipped_channel_is_invalid()
    {
        using Bme280 driver = Bme280WithExample();
        driver.HumiditySampling = Sampling.Skipped;
        Assert.False(driver.TryReadHumidity(out RelativeHumidity _));
        Assert.True(driver.TryReadTemperature(out Temperature _));
    }

    [Fact]
    public void Disposing_the_driver_disposes_the_device()
    {
        _board.Enter();
        _board.Chips[Address] = _chip;
        _chip.Set(0xD0, "58");
        I2cDevice device = Device();
        new Bmp280(device).Dispose();
        Assert.Throws<InvalidOperationException>(() => device.WriteByte(0));
    }

    private static I2cDevice Device() => I2cDevice.Create(new I2cConnectionSettings(1, Address));

    private Bmp280 Bmp280WithExample()
    {
        Fit("58");
        return new Bmp280(Device());
    }

    private Bme280 Bme280WithExample()
    {
        Fit("60");
        return new Bme280(Device());
    }

    private void Fit(string id)
    {
        _board.Enter();
        _board.Chips[Address] = _chip;
        _chip.Set(0xD0, id);
        _chip.Set(0x88, Calibration);
        _chip.Set(0xA1, "4B");
        _chip.Set(0xE1, HumidityCalibration);
        _chip.Set(0xF7, "655AC0 7EED00 6A4C");
    }
}
