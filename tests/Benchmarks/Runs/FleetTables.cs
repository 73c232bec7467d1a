using System.Text.Json;
using UlmEdge.Benchmarks.Report;

namespace UlmEdge.Benchmarks.Runs;

/// <summary>The simulator's own verbs, by the objects that are their last lines.</summary>
internal static class FleetTables
{
    /// <summary>What grows with the number of nodes.</summary>
    public static FigureTable Growth()
    {
        using MosquittoProcess mosquitto = new();
        return new FigureTable(
            "growth", "Nodes that grow in number",
            "`load` for 40 s, a batch of five samples every ten seconds from each node, to Mosquitto; a subscriber in the nodes' process "
            + "checks that every sample arrives. Memory is the whole process beyond what it had before the first node, without garbage, "
            + "divided by the nodes: with few, what it has anyway weighs most. Some 41 ms for 99 of 100 are Mosquitto's: unless told "
            + "`set_tcp_nodelay`, it holds a small answer back until the one before has been acknowledged by TCP.",
            ["nodes", "kB a node", "batches a CPU-second", "p99 in ms", "samples lost"],
            [.. new[] { 10, 100, 1_000, 10_000 }.Select(nodes => Row(nodes, mosquitto.Port))]);
    }

    /// <summary>A district that comes back.</summary>
    public static FigureTable Storm()
    {
        const int Nodes = 5_000;
        using MosquittoProcess mosquitto = new();
        using Child child = Child.Simulator(
            $"load --storm --nodes {Nodes} --backlog 30m --json --broker mqtt://127.0.0.1:{mosquitto.Port}");
        JsonElement result = child.Finish();
        return new FigureTable(
            "storm", "A district whose power comes back",
            $"{Nodes:N0} nodes start in the same moment, each with half an hour of samples; three seconds later their network is there, "
            + "for all at once. Once with slots and jitter, as the firmware is, and once without.",
            ["with slots and jitter", "without"],
            [
                Side("attempts to connect, most in a second", "attemptsPerSecond"),
                Side("connections, most in a second", "connectionsPerSecond"),
                Side("attempts that failed", "failedAttempts"), Side("batches, most in a second", "batchesPerSecond"),
                Side("p99 from publish to PUBACK in ms", "p99Ms"), Side("seconds until the last was connected", "connectedSeconds"),
                Side("seconds until all was sent", "drainedSeconds"), Side("samples lost", "lost"),
            ]);

        FigureRow Side(string what, string name) => new(
            what, [.. new[] { "spread", "alike" }.Select(side => (double?)result.GetProperty(side).GetProperty(name).GetDouble())]);
    }

    /// <summary>Worlds and cuts.</summary>
    public static FigureTable Worlds()
    {
        using Child soak = Child.Simulator("soak --seeds 1..100 --days 1 --nodes 5 --json");
        double nodeSeconds = soak.Finish().GetProperty("nodeSecondsPerSecond").GetDouble();
        using Child cuts = Child.Simulator("cuts --seeds 1..4 --json");
        double cutsPerSecond = cuts.Finish().GetProperty("perSecond").GetDouble();
        return new FigureTable(
            "worlds", "Virtual time",
            "`soak --seeds 1..100` with every checker on, and `cuts --seeds 1..4`: power cuts at every flash operation, each with its "
            + "recovery checked. On all cores.",
            ["a second", "a second and core"],
            [
                new FigureRow("seconds of a node's life", [nodeSeconds, nodeSeconds / Environment.ProcessorCount]),
                new FigureRow("power cuts", [cutsPerSecond, cutsPerSecond / Environment.ProcessorCount]),
            ]);
    }

    private static FigureRow Row(int nodes, int port)
    {
        using Child child = Child.Simulator(
            $"load --nodes {nodes} --for 40s --ramp 10s --interval 2 --batch 5 --json --root g{nodes} --broker mqtt://127.0.0.1:{port}");
        JsonElement result = child.Finish();
        return new FigureRow($"{nodes:N0} nodes",
        [
            nodes, result.GetProperty("bytesPerNode").GetDouble() / 1024, result.GetProperty("perCpuSecond").GetDouble(),
            result.GetProperty("p99Ms").GetDouble(), result.GetProperty("lost").GetDouble(),
        ]);
    }
}
