using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.Conformance;

/// <summary>A binding and its virtual chip. Adding a chip adds a row to <see cref="All"/>, not a test.</summary>
/// <param name="Name">For the test's name.</param>
/// <param name="Connection">How the chip is connected.</param>
/// <param name="Place">Its address, port, pin or channel.</param>
/// <param name="NewSensor">Makes the binding.</param>
/// <param name="NewChip">Makes the chip; the bench tells it what it is exposed to.</param>
/// <param name="Truth">What a quantity has to be now in its own unit, and how far from it a reading may be.</param>
public sealed partial record ChipCase(
    string Name,
    Connection Connection,
    int Place,
    Func<ISensor> NewSensor,
    Func<SensorBench, IVirtualChip> NewChip,
    Func<SensorBench, Quantity, (double Value, double Tolerance)> Truth)
{
    /// <summary>Every chip of every binding.</summary>
    public static IReadOnlyList<ChipCase> All { get; } = [.. Bmxx80(), .. Bme680(), .. Sensirion(), .. Serial(), .. Registers(), .. Pins()];

    /// <summary>Puts another chip in its place; null where nothing else answers there.</summary>
    public Func<SensorBench, IVirtualChip>? NewOtherChip { get; init; }

    /// <summary>
    /// What it says of a chip that is not there: a serial line cannot tell that from one that is silent. None: it cannot be seen.
    /// </summary>
    public Absence Absent { get; init; } = Absence.NotPresent;

    /// <summary>What it says of a chip that no longer measures. None: it cannot be seen.</summary>
    public Absence Frozen { get; init; } = Absence.Frozen;

    /// <summary>
    /// What it says of the measurement in which the chip had restarted by itself; None when such a restart does no harm to it.
    /// </summary>
    public Absence Restarted { get; init; } = Absence.Restarted;

    /// <summary>How many damaged measurements can follow a fault before all is well: a repair takes one.</summary>
    public int MeasurementsToRecover { get; init; } = 1;

    /// <summary>
    /// Whether a value has a code that the chip's registers also have when nothing was measured: such a one is given up.
    /// Null: no such code.
    /// </summary>
    public Func<SensorBench, Quantity, bool>? IsGivenUp { get; init; }

    /// <summary>Fits drawn air into what the chip can measure; the default takes it as it is.</summary>
    public Func<double, double, double, AirState> AirFor { get; init; } =
        (celsius, percent, pascal) => new AirState(celsius, percent, pascal);

    /// <summary>Whether the driver is ours; an upstream one leaves garbage that is not ours to mend.</summary>
    public bool IsOfOurs { get; init; } = true;

    /// <summary>Seconds from one measurement to the next.</summary>
    public int IntervalSeconds { get; init; } = 60;

    public override string ToString() => Name;
}
