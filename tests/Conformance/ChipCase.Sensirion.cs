using UlmEdge.Devices.Dnms;
using UlmEdge.Devices.Scd4x;
using UlmEdge.Devices.Sen5x;
using UlmEdge.Devices.Sht4x;
using UlmEdge.Devices.Sps30;
using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.Conformance;

public sealed partial record ChipCase
{
    private const int SpsAndSenAddress = 0x69;

    /// <summary>What speaks Sensirion's protocol.</summary>
    public static IEnumerable<ChipCase> Sensirion() =>
    [
        Sht4x("sht4x at 0x44", 0x44),
        Sht4x("sht4x at 0x45", 0x45),
        new("scd4x", Connection.I2c, 0x62, () => new Scd4xSensor(1), Scd4x, Scd4xTruth)
        {
            Restarted = Absence.Frozen, // One that lost its start has no data, as one that no longer measures.
            AirFor = (celsius, percent, pascal) => new AirState(Math.Clamp(celsius, -9, 59), percent, Math.Max(pascal, 80_000)),
        },
        new("dnms", Connection.I2c, 0x55, () => new DnmsSensor(1), bench => new VirtualDnms("DNMS Teensy 4 V2", bench.StreetAt), DnmsTruth)
        {
            NewOtherChip = bench => new VirtualDnms("Teensy 4", bench.StreetAt),
        },
        new("sps30", Connection.I2c, SpsAndSenAddress, () => new Sps30Sensor(1), Sps30, ParticulatesTruth)
        {
            NewOtherChip = bench => Sen5x(bench, "SEN55"),
            Restarted = Absence.None, // It rests between measurements.
        },
        SenCase(Sen5xModel.Sen50, "SEN50", Sps30),
        SenCase(Sen5xModel.Sen54, "SEN54", bench => Sen5x(bench, "SEN55")),
        SenCase(Sen5xModel.Sen55, "SEN55", Sps30),
    ];

    private static ChipCase SenCase(Sen5xModel model, string name, Func<SensorBench, IVirtualChip> other) => new(
        name.ToLowerInvariant(), Connection.I2c, SpsAndSenAddress, () => new Sen5xSensor(model, 1), bench => Sen5x(bench, name), Sen5xTruth)
    {
        NewOtherChip = other,
        Restarted = Absence.Frozen, // One that lost its start has no data, as one that no longer measures.
    };

    private static VirtualScd4x Scd4x(SensorBench bench) => new((ulong)bench.Seed * 77_777_777, bench.AirAt, bench.StreetAt);

    private static VirtualSps30 Sps30(SensorBench bench) => new($"{bench.Seed:X16}", bench.StreetAt);

    private static VirtualSen5x Sen5x(SensorBench bench, string model) => new(model, bench.AirAt, bench.StreetAt);

    // Nobody tells it the pressure here: it counts with 1013 hPa.
    private static (double Value, double Tolerance) Scd4xTruth(SensorBench bench, Quantity quantity) => quantity switch
    {
        Quantity.CarbonDioxide => (bench.Street.CarbonDioxidePpm * bench.Air.PressurePascal / 101_300, 0.51),
        Quantity.Temperature => (100 * bench.Air.TemperatureCelsius, 0.2 + 0.5),
        _ => (100 * bench.Air.HumidityPercent, 0.1 + 0.5),
    };

    private static (double Value, double Tolerance) DnmsTruth(SensorBench bench, Quantity quantity) => quantity switch
    {
        Quantity.SoundLevel => (10 * bench.Street.SoundDecibels, 0.51),
        Quantity.SoundLevelMin => (10 * (bench.Street.SoundDecibels - 4.3), 0.51),
        _ => (10 * (bench.Street.SoundDecibels + 7.9), 0.51),
    };

    private static (double Value, double Tolerance) Sen5xTruth(SensorBench bench, Quantity quantity) => quantity switch
    {
        Quantity.RelativeHumidity => (100 * bench.Air.HumidityPercent, 0.51),
        Quantity.Temperature => (100 * bench.Air.TemperatureCelsius, 0.8),
        Quantity.VocIndex => (10 * Math.Min(500, 100 * bench.Street.Pollution), 0.51),
        Quantity.NoxIndex => (10 * Math.Min(500, bench.Street.Pollution), 0.51),
        _ => ParticulatesTruth(bench, quantity),
    };

    private static (double Value, double Tolerance) ParticulatesTruth(SensorBench bench, Quantity quantity) => quantity switch
    {
        Quantity.Pm1 => (10 * bench.Street.Pm1, 0.51),
        Quantity.Pm25 => (10 * bench.Street.Pm25, 0.51),
        Quantity.Pm4 => (10 * bench.Street.Pm4, 0.51),
        _ => (10 * bench.Street.Pm10, 0.51),
    };

    private static ChipCase Sht4x(string name, int address) => new(
        name, Connection.I2c, address, () => new Sht4xSensor(1, address),
        bench => new VirtualSht4x((uint)bench.Seed, bench.AirAt), Sht4xTruth)
    {
        Restarted = Absence.None, // It keeps no settings.
    };

    // One code is 0.0027 degrees and 0.0019 %RH (datasheet 4.6), and half a unit of the reading's integer.
    private static (double Value, double Tolerance) Sht4xTruth(SensorBench bench, Quantity quantity) => quantity switch
    {
        Quantity.Temperature => (100 * bench.Air.TemperatureCelsius, 0.2 + 0.5),
        _ => (100 * bench.Air.HumidityPercent, 0.1 + 0.5),
    };
}
