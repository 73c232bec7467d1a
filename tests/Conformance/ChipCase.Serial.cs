using UlmEdge.Devices.Ds18b20;
using UlmEdge.Devices.Pms;
using UlmEdge.Devices.Sds011;
using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;

namespace UlmEdge.Tests.Conformance;

public sealed partial record ChipCase
{
    /// <summary>What hangs on a serial port.</summary>
    public static IEnumerable<ChipCase> Serial() =>
    [
        new("sds011", Connection.Serial, 2, () => new Sds011Sensor("COM2"),
            bench => new VirtualSds011((ushort)bench.Seed, bench.StreetAt), ParticulatesTruth)
        {
            Absent = Absence.NoAnswer,
            Restarted = Absence.None, // It is told all anew each time.
        },
        new("pms5003", Connection.Serial, 2, () => new PmsSensor("COM2"), bench => new VirtualPms(bench.StreetAt), PmsTruth)
        {
            Absent = Absence.NoAnswer,
            Restarted = Absence.None,
        },
        new("ds18b20", Connection.Serial, 3, () => new Ds18b20Sensor("COM3"), bench => Ds18b20(bench, 0x28), Ds18b20Truth)
        {
            NewOtherChip = bench => Ds18b20(bench, 0x10),
        },
    ];

    private static VirtualDs18b20 Ds18b20(SensorBench bench, byte family) =>
        new((ulong)bench.Seed * 1_234_567, bench.AirAt) { Family = family };

    // Whole micrograms.
    private static (double Value, double Tolerance) PmsTruth(SensorBench bench, Quantity quantity) =>
        (ParticulatesTruth(bench, quantity).Value, 5.5);

    // A sixteenth of a degree, and half a unit of the reading's integer.
    private static (double Value, double Tolerance) Ds18b20Truth(SensorBench bench, Quantity quantity) =>
        (100 * bench.Air.TemperatureCelsius, 3.2 + 0.5);
}
