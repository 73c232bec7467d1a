using UlmEdge.Devices.Template;
using UlmEdge.Devices.Tmp117;
using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;

namespace UlmEdge.Tests.Conformance;

public sealed partial record ChipCase
{
    private const ushort Tmp116Identity = 0x1116;

    /// <summary>What has registers of 16 bits on the I2C bus.</summary>
    public static IEnumerable<ChipCase> Registers() =>
    [
        new("tmp117", Connection.I2c, 0x48, () => new Tmp117Sensor(1, 0x48), bench => new VirtualTmp117(0x0117, bench.AirAt), Tmp117Truth)
        {
            NewOtherChip = bench => new VirtualTmp117(Tmp116Identity, bench.AirAt),
            Restarted = Absence.None, // It is told all anew each time.
        },
        new("template", Connection.I2c, 0x2A, () => new TemplateSensor(1, 0x2A),
            bench => new VirtualTemplate(0xC0DE, bench.AirAt), TemplateTruth)
        {
            NewOtherChip = bench => new VirtualTemplate(0xBEEF, bench.AirAt),
            Restarted = Absence.None,
        },
    ];

    // Half of 1/128 of a degree, and half a unit of the reading's integer.
    private static (double Value, double Tolerance) Tmp117Truth(SensorBench bench, Quantity quantity) =>
        (100 * bench.Air.TemperatureCelsius, 0.4 + 0.5);

    // Half of a tenth of a degree, and half a unit of the reading's integer.
    private static (double Value, double Tolerance) TemplateTruth(SensorBench bench, Quantity quantity) =>
        (100 * bench.Air.TemperatureCelsius, 5 + 0.5);
}
