using UlmEdge.Devices.Bmxx80;
using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;

namespace UlmEdge.Tests.Conformance;

public sealed partial record ChipCase
{
    private const byte PressureRegister = 0xF7;
    private const byte HumidityRegister = 0xFD;
    private const int PressureCodeNeverWritten = 0x80000; // Section 5.4.7.
    private const int HumidityCodeNeverWritten = 0x8000; // BME280 datasheet section 5.4.9.

    /// <summary>BME280 and BMP280 at either address.</summary>
    public static IEnumerable<ChipCase> Bmxx80() =>
    [
        Bmx280("bme280 at 0x76", 0x76, Bmx280Model.Bme280, Bmx280Sensor.AnyAddress),
        Bmx280("bme280 at 0x77", 0x77, Bmx280Model.Bme280, 0x77),
        Bmx280("bmp280 at 0x77", 0x77, Bmx280Model.Bmp280, Bmx280Sensor.AnyAddress),
    ];

    private static ChipCase Bmx280(string name, int place, Bmx280Model model, int address)
    {
        bool isBme = model == Bmx280Model.Bme280;
        return new ChipCase(
            name, Connection.I2c, place, () => new Bmx280Sensor(model, 1, address), isBme ? Bme280 : Bmp280, Bmx280Truth)
        {
            IsOfOurs = false,
            NewOtherChip = isBme ? Bmp280 : Bme280,
            IsGivenUp = (bench, quantity) =>
                (quantity == Quantity.RelativeHumidity && Code(bench, place, HumidityRegister, 2) == HumidityCodeNeverWritten)
                || (quantity == Quantity.Pressure && Code(bench, place, PressureRegister, 3) >> 4 == PressureCodeNeverWritten),
        };
    }

    private static VirtualBmx280 Bme280(SensorBench bench) => new VirtualBme280(FactoryCalibration.Draw((ulong)bench.Seed), bench.AirAt);

    private static VirtualBmx280 Bmp280(SensorBench bench) => new VirtualBmp280(FactoryCalibration.Draw((ulong)bench.Seed), bench.AirAt);

    private static int Code(SensorBench bench, int address, byte register, int bytes)
    {
        var code = new byte[bytes];
        bench.Bus.Transfer(bench.UptimeUs, address, [register], [], out _);
        bench.Bus.Transfer(bench.UptimeUs, address, [], code, out _);
        return code.Aggregate(0, (value, part) => (value << 8) | part);
    }

    // Resolution at oversampling x 1, 16 bits (BME280 datasheet tables 2 to 4): 0.005 degrees, 0.008 %RH (and what the
    // temperature, as it was measured, adds in compensating it), 2.6 Pa; and
    // half a unit of the reading's integer.
    private static (double Value, double Tolerance) Bmx280Truth(SensorBench bench, Quantity quantity) => quantity switch
    {
        Quantity.Temperature => (100 * bench.Air.TemperatureCelsius, 0.5 + 0.5),
        Quantity.RelativeHumidity => (100 * bench.Air.HumidityPercent, 1.0 + 0.5),
        _ => (bench.Air.PressurePascal, 2.7 + 0.5),
    };
}
