using UlmEdge.Devices.Bmxx80;
using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;

namespace UlmEdge.Tests.Conformance;

/// <summary>A binding and its virtual chip. Adding a chip adds a row to <see cref="All"/>, not a test.</summary>
public sealed record ChipCase(
    string Name,
    int Address,
    Func<ISensor> NewSensor,
    Func<SensorBench, VirtualBmx280> NewChip,
    Func<SensorBench, VirtualBmx280> NewOtherChip)
{
    /// <summary>Every chip of every binding.</summary>
    public static IReadOnlyList<ChipCase> All { get; } =
    [
        new("bme280 at 0x76", 0x76, () => new Bmx280Sensor(Bmx280Model.Bme280, 1, Bmx280Sensor.AnyAddress), Bme280, Bmp280),
        new("bme280 at 0x77", 0x77, () => new Bmx280Sensor(Bmx280Model.Bme280, 1, 0x77), Bme280, Bmp280),
        new("bmp280 at 0x77", 0x77, () => new Bmx280Sensor(Bmx280Model.Bmp280, 1, Bmx280Sensor.AnyAddress), Bmp280, Bme280),
    ];

    public override string ToString() => Name;

    private static VirtualBmx280 Bme280(SensorBench bench) => new VirtualBme280(FactoryCalibration.Draw((ulong)bench.Seed), bench.AirAt);

    private static VirtualBmx280 Bmp280(SensorBench bench) => new VirtualBmp280(FactoryCalibration.Draw((ulong)bench.Seed), bench.AirAt);
}
