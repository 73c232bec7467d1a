using UlmEdge.Devices.Battery;
using UlmEdge.Devices.Pulses;
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
        Contact("rain", 13, () => new RainSensor(13), bench => new VirtualRainGauge(bench.StreetAt), RainTruth),
        Contact("wind", 26, () => new WindSensor(26), bench => new VirtualAnemometer(bench.StreetAt), WindTruth),
    ];

    // No closing is dry or calm, or a cut cable: nobody can tell.
    private static ChipCase Contact(
        string name,
        int pin,
        Func<ISensor> newSensor,
        Func<SensorBench, IVirtualChip> newChip,
        Func<SensorBench, Quantity, (double Value, double Tolerance)> truth) =>
        new(name, Connection.Contact, pin, newSensor, newChip, truth)
        {
            Absent = Absence.None,
            Frozen = Absence.None,
            Restarted = Absence.None,
        };

    // A tip more or less in a minute, and half a unit of the reading's integer.
    private static (double Value, double Tolerance) RainTruth(SensorBench bench, Quantity quantity) =>
        (1000 * bench.Street.RainMillimetresPerHour / 60, 279.4 + 1);

    // A closing more or less: in a minute, or in the three seconds of a gust.
    private static (double Value, double Tolerance) WindTruth(SensorBench bench, Quantity quantity) =>
        (100 * bench.Street.WindMetresPerSecond, (66.7 / (quantity == Quantity.WindGust ? 3 : 60)) + 0.5);

    // One code is 1.6 mV of the battery, and half a unit of the reading's integer.
    private static (double Value, double Tolerance) BatteryTruth(SensorBench bench, Quantity quantity) =>
        (1000 * bench.Street.BatteryVolts, 0.9 + 0.5);
}
