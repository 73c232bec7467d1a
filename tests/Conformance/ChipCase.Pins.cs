using UlmEdge.Devices.Battery;
using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;

namespace UlmEdge.Tests.Conformance;

public sealed partial record ChipCase
{
    /// <summary>What hangs on a pin of its own: no protocol, and little that its absence could be told by.</summary>
    public static IEnumerable<ChipCase> Pins() =>
    [
        new("battery", Connection.Analog, 7, () => new BatterySensor(7, 52_798, 142),
            bench => new VirtualBattery(bench.StreetAt), BatteryTruth)
        {
            Absent = Absence.OutOfRange,
            Frozen = Absence.None, // A voltage cannot stand still without being one.
            Restarted = Absence.None,
        },
    ];

    // One code is 1.6 mV of the battery, and half a unit of the reading's integer.
    private static (double Value, double Tolerance) BatteryTruth(SensorBench bench, Quantity quantity) =>
        (1000 * bench.Street.BatteryVolts, 0.9 + 0.5);
}
