using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Simulator.Load;

/// <summary>As many nodes as a broker has to bear, and what it costs.</summary>
public sealed class LoadRunner(LoadOptions options, TextWriter output)
{
    private static readonly TimeSpan ProgressPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private TimeSpan _told;

    /// <summary>Runs the load.</summary>
    /// <param name="stop">Ends the measuring; what was taken is still sent.</param>
    /// <returns>0 if everything taken has arrived, else 1.</returns>
    /// <exception cref="WrongInputException">The broker cannot be reached, or refuses.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using EmbeddedBroker? embedded = options.Broker is null ? await BrokerSetup.StartEmbeddedAsync(new StreetPlan()) : null;
        BrokerAddress broker = options.Broker ?? embedded!.Address;
        await using (Subscriber visitor = new(broker, options.Root))
        {
            await BrokerSetup.DemandAsync(visitor, broker, stop);
        }

        await using Subscriber? subscriber = options.IsUnchecked ? null : new Subscriber(broker, options.Root);
        if (subscriber is not null)
        {
            await BrokerSetup.ConnectAsync(subscriber, broker, stop);
        }

        output.WriteLine($"{Wording.Count(options.Nodes, "node")} for {broker}{(embedded is null ? "" : ", inside this process")}: "
            + $"a sample every {options.IntervalSeconds} s, {Wording.Count(options.BatchSamples, "sample")} a batch, "
            + $"switched on over {Wording.Seconds(options.Ramp)}, then {Wording.Seconds(options.For)}. Ctrl-C ends it.");
        long before = Memory();
        using LoadCrowd crowd = new(options, broker, node => subscriber?.Reception.Expect(node.Node.Id, node.Node.Epoch));
        crowd.Begin();
        LoadCost cost = await Task.Factory.StartNew(() => Live(crowd, subscriber, before, stop), TaskCreationOptions.LongRunning);
        return Report(crowd, subscriber, cost);
    }

    private LoadCost Live(LoadCrowd crowd, Subscriber? subscriber, long memoryBefore, CancellationToken stop)
    {
        TimeSpan end = options.Ramp + options.For;
        crowd.Run(() => Tell(crowd) && (stop.IsCancellationRequested || crowd.Elapsed >= options.Ramp));
        (TimeSpan cpuBefore, long batchesBefore) = (Environment.CpuUsage.TotalTime, crowd.Batches);
        crowd.Run(() => Tell(crowd) && (stop.IsCancellationRequested || crowd.Elapsed >= end));
        double cpuSeconds = (Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds;
        double perCpuSecond = cpuSeconds > 0 ? Math.Round((crowd.Batches - batchesBefore) / cpuSeconds, 1) : 0;
        output.WriteLine($"{(stop.IsCancellationRequested ? "Stopped" : "The time is up")}. Waiting for what is still under way.");
        crowd.Stop();
        TimeSpan patience = crowd.Elapsed + Patience;
        crowd.Run(() => Tell(crowd) && (crowd.Elapsed > patience
            || (crowd.IsDrained && (subscriber is null || subscriber.Reception.ReceivedCount >= crowd.Acknowledged))));
        return new LoadCost((Memory() - memoryBefore) / options.Nodes, perCpuSecond);
    }

    private bool Tell(LoadCrowd crowd)
    {
        if (crowd.Elapsed - _told > ProgressPause)
        {
            _told = crowd.Elapsed;
            output.WriteLine(
                $"{crowd.Elapsed.TotalSeconds,5:F0} s  {crowd.Begun} nodes, {crowd.Taken} samples, {crowd.Acknowledged} acknowledged");
        }

        return true;
    }

    private int Report(LoadCrowd crowd, Subscriber? subscriber, LoadCost cost)
    {
        long arrived = subscriber?.Reception.ReceivedCount ?? crowd.Acknowledged;
        long lost = crowd.Taken - arrived;
        (double p50, double p99) = (crowd.Meter.Latencies.Percentile(0.5), crowd.Meter.Latencies.Percentile(0.99));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{crowd.Begun} nodes took {crowd.Taken} samples in {crowd.Batches} batches; "
            + $"{arrived} {(subscriber is null ? "were acknowledged" : "arrived")}, {lost} did not."));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"From publish to PUBACK: half within {p50:F1} ms, 99 of 100 within {p99:F1} ms. "
            + $"Once all were there, {cost.BatchesPerCpuSecond:F1} batches per second of processor time, "
            + $"{cost.BytesPerNode / 1024} kB of memory per node."));
        if (options.Json)
        {
            output.WriteLine(new JsonObject
            {
                ["command"] = "load", ["nodes"] = crowd.Begun, ["samples"] = crowd.Taken, ["batches"] = crowd.Batches,
                ["perCpuSecond"] = cost.BatchesPerCpuSecond, ["p50Ms"] = p50, ["p99Ms"] = p99,
                ["bytesPerNode"] = cost.BytesPerNode, ["lost"] = lost,
            }.ToJsonString());
        }

        return lost == 0 ? 0 : 1;
    }

    // What is held: without garbage, and without the holes that it left.
    private static long Memory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using Process self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
