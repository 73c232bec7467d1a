using UlmEdge.Devices.Bme680;
using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;

namespace UlmEdge.Tests.Conformance;

public sealed partial record ChipCase
{
    private const byte GasPartPressure = 0x1F;
    private const byte GasPartHumidity = 0x25;

    /// <summary>BME680 at either address.</summary>
    public static IEnumerable<ChipCase> Bme680() =>
    [
        Bme680("bme680 at 0x76", 0x76, Bme680Sensor.AnyAddress),
        Bme680("bme680 at 0x77", 0x77, 0x77),
    ];

    private static ChipCase Bme680(string name, int place, int address) => new(
        name, Connection.I2c, place, () => new Bme680Sensor(1, address),
        bench => new VirtualBme680(GasPart.Draw((ulong)bench.Seed), bench.AirAt, bench.StreetAt), Bme680Truth)
    {
        NewOtherChip = Bme280,
        IsGivenUp = (bench, quantity) =>
            (quantity == Quantity.RelativeHumidity && Code(bench, place, GasPartHumidity, 2) == HumidityCodeNeverWritten)
            || (quantity == Quantity.Pressure && Code(bench, place, GasPartPressure, 3) >> 4 == PressureCodeNeverWritten),
    };

    // Resolution at 17, 18 and 16 bits: 0.0025 degrees, 0.6 Pa, 0.008 %RH, and what the temperature as it was measured adds to both;
    // half a unit of the reading's integer. A unit of the heater is four degrees of the plate, and these three per cent of the gas.
    private static (double Value, double Tolerance) Bme680Truth(SensorBench bench, Quantity quantity) => quantity switch
    {
        Quantity.Temperature => (100 * bench.Air.TemperatureCelsius, 0.2 + 0.5),
        Quantity.RelativeHumidity => (100 * bench.Air.HumidityPercent, 1.0 + 0.5),
        Quantity.Pressure => (bench.Air.PressurePascal, 0.8 + 0.5),
        _ => (VirtualBme680.CleanAirOhm / bench.Street.Pollution, 0.03 * VirtualBme680.CleanAirOhm / bench.Street.Pollution),
    };
}
