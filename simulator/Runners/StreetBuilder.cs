using UlmEdge.App.Boards;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Runners;

/// <summary>Puts a street's nodes together: places, sensors that differ as parts do, boards, their flash.</summary>
internal static class StreetBuilder
{
    private const long BatchSecondsMax = 86_400;

    /// <summary>The time of day at which a street's world starts.</summary>
    public static long StartUnixMs(StreetPlan plan) =>
        plan.Recording?.Summary.FirstUnixMs ?? DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    /// <summary>The nodes, without power.</summary>
    public static IEnumerable<StreetNode> Nodes(
        StreetPlan plan, WorldClock clock, BrokerAddress broker, Reception reception)
    {
        IWeather weather = plan.Recording ?? (IWeather)new ClimateWeather((ulong)plan.Seed);
        return Streets.Take(plan.Nodes).Select(place => Node(plan, place, clock, weather, broker, reception));
    }

    /// <summary>The pins of a board with these sensors, at a place and in its weather.</summary>
    public static SensorSocket Socket(
        IEnumerable<string> sensors, string board, ulong seed, Place place, WorldClock clock, IWeather weather) =>
        new(new StationParts(
            BoardCatalog.ByName(board),
            seed,
            worldUs => weather.At(place, clock.StartUnixMs + (worldUs / 1000)),
            worldUs => weather.StreetAt(place, clock.StartUnixMs + (worldUs / 1000))).Fit(sensors));

    private static StreetNode Node(
        StreetPlan plan, Place place, WorldClock clock, IWeather weather, BrokerAddress broker, Reception reception)
    {
        ulong seed = SeededNumbers.Derive((ulong)plan.Seed, place.Id);
        VirtualBoard board = new(place.Id, clock, Socket(plan.Sensors, VirtualBoard.BoardName, seed, place, clock, weather), (int)seed);

        // The user said how many samples make a batch: age must not close it before.
        int batchSeconds = (int)Math.Min(BatchSecondsMax, (long)plan.IntervalSeconds * plan.BatchSamples);
        NodeProvision provision = new(
            place.Id, plan.Root, broker, plan.IntervalSeconds, plan.BatchSamples, batchSeconds, clock.StartUnixMs / 1000, plan.Sensors)
        {
            Payload = plan.Payload,
            SecondBroker = plan.SecondBroker,
        };
        provision.WriteTo(board.Flash);
        return new StreetNode(place, board, reception);
    }
}
