using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Simulator.Faults.Live;

/// <summary>What goes wrong with a node's sensor and the lines of its bus.</summary>
internal static class SensorFaults
{
    // A measurement of the sensor is read as so many bytes.
    private const int BytesRead = 8;

    /// <summary>Draws one.</summary>
    public static LiveFault Of(FaultKind kind, StreetNode node, LiveChance chance)
    {
        int count = node.Board.Sensor.Count;
        int index = count == 1 ? 0 : chance.Entropy.Next(count);
        return Of(kind, node, chance, index, count == 1 ? "the sensor" : $"sensor {index + 1} of {count}");
    }

    private static LiveFault Of(FaultKind kind, StreetNode node, LiveChance chance, int index, string sensor) => kind switch
    {
        FaultKind.SensorAbsent => new TimedFault(kind, node.Id, chance.DurationMs(10, 120))
        {
            Says = $"{sensor} is unplugged",
            SaysAfter = $"{sensor} is plugged in again",
            Begin = () => node.Board.Sensor.Unplug(index),
            End = () => node.Board.Sensor.Plug(index),
        },
        FaultKind.SensorStuck => Stuck(node, chance, index, sensor),
        FaultKind.SensorNak => Suffering(kind, node, chance, "the sensor does not acknowledge", "the sensor acknowledges again",
            (wiring, _) => wiring.Bus.NakNext(int.MaxValue), (wiring, _) => wiring.Bus.NakNext(0)),
        FaultKind.BitFlip => Moment(kind, node, "a bit flips on the sensor's bus", Flip(chance)),
        _ => Moment(kind, node, $"{sensor} resets itself", (wiring, nowUs) => wiring.Chips[index].ResetByItself(nowUs)),
    };

    private static LiveFault Stuck(StreetNode node, LiveChance chance, int index, string sensor) => chance.Entropy.Next(3) switch
    {
        0 => Suffering(FaultKind.SensorStuck, node, chance, $"the conversions of {sensor} never end", $"{sensor} converts again",
            (wiring, nowUs) => wiring.Chips[index].Freeze(nowUs), (wiring, nowUs) => wiring.Chips[index].Recover(nowUs)),
        1 => Suffering(FaultKind.SensorStuck, node, chance, $"the values of {sensor} are stuck", $"the values of {sensor} move again",
            (wiring, nowUs) => Latch(wiring.Chips[index], nowUs), (wiring, nowUs) => wiring.Chips[index].Recover(nowUs)),
        _ => StuckLine(node, chance, chance.OneOf(BusCondition.ClockLow, BusCondition.DataLow, BusCondition.DataHigh)),
    };

    private static void Latch(IVirtualChip chip, long nowUs)
    {
        if (chip is VirtualBmx280 bosch)
        {
            bosch.Latch(nowUs);
            return;
        }

        chip.Freeze(nowUs);
    }

    private static TimedFault StuckLine(StreetNode node, LiveChance chance, BusCondition condition) => Suffering(
        FaultKind.SensorStuck, node, chance, "a line of the sensor's bus is stuck", "the sensor's bus works again",
        (wiring, _) => wiring.Bus.Condition = condition, (wiring, _) => wiring.Bus.Condition = BusCondition.Working);

    private static Action<Wiring, long> Flip(LiveChance chance)
    {
        (int at, int bit) = (chance.Entropy.Next(BytesRead), chance.Entropy.Next(8));
        return (wiring, _) => wiring.Bus.FlipBitOnce(at, bit);
    }

    private static TimedFault Suffering(
        FaultKind kind,
        StreetNode node,
        LiveChance chance,
        string says,
        string saysAfter,
        Action<Wiring, long> begin,
        Action<Wiring, long> end) => new(kind, node.Id, chance.DurationMs(5, 60))
        {
            Says = says,
            SaysAfter = saysAfter,
            Begin = () => node.Board.Sensor.Suffer(begin),
            End = () => node.Board.Sensor.Suffer(end),
        };

    private static TimedFault Moment(FaultKind kind, StreetNode node, string says, Action<Wiring, long> mishap) =>
        new(kind, node.Id, 0) { Says = says, Begin = () => node.Board.Sensor.Suffer(mishap) };
}
