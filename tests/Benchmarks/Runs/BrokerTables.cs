using System.Globalization;
using System.Text.Json;
using UlmEdge.Benchmarks.Micro;
using UlmEdge.Benchmarks.Report;
using UlmEdge.Core.Configuration;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Benchmarks.Runs;

/// <summary>Whole processes over real sockets: who publishes, and who takes it.</summary>
internal static class BrokerTables
{
    private const int Connections = 2_000;
    private const int Seconds = 20;
    private const int PressConnections = 50;

    /// <summary>What a batch costs whoever publishes it.</summary>
    public static FigureTable Publishers()
    {
        using MosquittoProcess mosquitto = new();
        double ours = Rate(Child.Simulator(
            $"load --nodes {Connections} --for {Seconds}s --ramp 10s --interval 1 --batch 1 --unchecked --json "
            + $"--broker mqtt://127.0.0.1:{mosquitto.Port}"));
        double bare = Rate(Child.Self(string.Create(CultureInfo.InvariantCulture, $"pace {mosquitto.Port} {Connections} {Seconds}")));
        double script = Rate(Child.Start(
            "node", Checkout.PathOf("tests/Benchmarks/node/publish.cjs"), Checkout.PathOf("tests/Interop/node"), $"{mosquitto.Port}",
            $"{Connections}", $"{Seconds}", Convert.ToBase64String(SamplePack.Message(Payloads.Json, rows: 1))));
        return new FigureTable(
            "publishers", "Batches for a second of the publisher's processor time",
            $"{Connections:N0} connections to Mosquitto in the same run, on each a message of "
            + $"{SamplePack.Message(Payloads.Json, rows: 1).Length} bytes a second at QoS 1. The nodes also measure, keep a journal, "
            + "write the message, and forget it when it is acknowledged; the clients beside them send the same bytes over and over.",
            ["a CPU-second", "times MQTTnet's"],
            [
                new FigureRow("2,000 nodes (`load`)", [ours, ours / bare]), new FigureRow("MQTTnet alone", [bare, 1]),
                new FigureRow("mqtt.js alone", [script, script / bare]),
            ]);
    }

    /// <summary>What a broker bears.</summary>
    public static FigureTable Brokers()
    {
        FigureRow mosquitto;
        using (MosquittoProcess process = new())
        {
            mosquitto = Press("Mosquitto", process.Process, process.Port);
        }

        using Child self = Child.Self("broker");
        FigureRow embedded = Press("embedded (MQTTnet.Server)", self, int.Parse(self.ReadLine()!, CultureInfo.InvariantCulture));
        return new FigureTable(
            "brokers", "Messages that a broker passes on",
            $"{PressConnections} connections of MQTTnet publish at QoS 1, each again as soon as it has its acknowledgement; one "
            + "subscriber hears all of it. Clients and broker share the same cores.",
            ["messages a second", "for a second of the broker's processor time", "p99 in ms", "times Mosquitto's"],
            [mosquitto with { Values = [.. mosquitto.Values, 1] },
                embedded with { Values = [.. embedded.Values, embedded.Values[0] / mosquitto.Values[0]] }]);
    }

    /// <summary>The broker of the simulator, alone in a process, until its parent ends it.</summary>
    public static async Task ServeAsync()
    {
        await using EmbeddedBroker broker = new();
        await broker.StartAsync();
        Console.WriteLine(broker.Address.Port);
        await Task.Delay(Timeout.Infinite);
    }

    private static double Rate(Child child)
    {
        using (child)
        {
            return child.Finish().GetProperty("perCpuSecond").GetDouble();
        }
    }

    private static FigureRow Press(string name, Child broker, int port)
    {
        TimeSpan before = broker.Cpu;
        using Child clients = Child.Self(string.Create(CultureInfo.InvariantCulture, $"press {port} {PressConnections} 10"));
        JsonElement result = clients.Finish();
        double cpuSeconds = (broker.Cpu - before).TotalSeconds;
        return new FigureRow(name,
        [
            result.GetProperty("perSecond").GetDouble(), result.GetProperty("messages").GetDouble() / cpuSeconds,
            result.GetProperty("p99Ms").GetDouble(),
        ]);
    }
}
