using System.Globalization;
using System.Text.Json.Nodes;
using UlmEdge.Core;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Simulator.Load;

/// <summary>
/// A district whose power comes back: all nodes start in the same moment, with a backlog, and their network comes some seconds later for
/// all at once. Once as the firmware does it, and once without what spreads the nodes, side by side.
/// </summary>
/// <param name="options">What was asked.</param>
/// <param name="backlog">How long the broker was out of reach before.</param>
/// <param name="output">Standard output.</param>
public sealed class StormRunner(LoadOptions options, TimeSpan backlog, TextWriter output)
{
    private const int LinkUpMs = 3_000;

    private static readonly TimeSpan ProgressPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private TimeSpan _told;

    /// <summary>Runs both storms.</summary>
    /// <returns>0 if everything has been acknowledged in both, else 1.</returns>
    /// <exception cref="WrongInputException">The broker cannot be reached, or refuses.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using EmbeddedBroker? embedded = options.Broker is null ? await BrokerSetup.StartEmbeddedAsync(new StreetPlan()) : null;
        BrokerAddress broker = options.Broker ?? embedded!.Address;
        await using (Subscriber visitor = new(broker, options.Root))
        {
            await BrokerSetup.DemandAsync(visitor, broker, stop);
        }

        string where = embedded is null ? string.Empty : ", inside this process";
        output.WriteLine($"{Wording.Count(options.Nodes, "node")} return together to {broker}{where}, each "
            + $"with {Wording.Seconds(backlog)} of samples, a sample every {options.IntervalSeconds} s, "
            + $"{Wording.Count(options.BatchSamples, "sample")} a batch. Ctrl-C ends it.");
        Storm? spread = await StormAsync("with slots and jitter", broker, false, stop);
        Storm? alike = spread is null ? null : await StormAsync("without", broker, true, stop);
        if (spread is null || alike is null)
        {
            output.WriteLine("Stopped. A storm of which only a part was seen says nothing.");
            return 1;
        }

        return Report(spread, alike);
    }

    private Task<Storm?> StormAsync(string name, BrokerAddress broker, bool isAlike, CancellationToken stop) =>
        Task.Factory.StartNew(() => Run(name, broker, isAlike, stop), TaskCreationOptions.LongRunning);

    private Storm? Run(string name, BrokerAddress broker, bool isAlike, CancellationToken stop)
    {
        using LoadCrowd crowd = new(options, broker, _ => { });
        output.WriteLine($"{name}: the nodes take their samples; nobody answers them.");
        crowd.GatherBacklog(backlog, stop);
        foreach (LoadNode node in crowd.Nodes)
        {
            // Whoever has a late slot has its network so much earlier: all come in the same moment.
            node.LinkUpMs = LinkUpMs + (isAlike ? Limits.SlotWindowMs - node.SlotMs : 0);
            node.IsWithoutChance = isAlike;
            node.Node.Stop();
        }

        long samples = crowd.Waiting;
        _told = TimeSpan.Zero;
        crowd.Begin();
        crowd.Run(() => Tell(name, crowd) && (stop.IsCancellationRequested || crowd.Elapsed > Patience || crowd.IsDrained));
        return stop.IsCancellationRequested ? null : new Storm(crowd, samples);
    }

    private bool Tell(string name, LoadCrowd crowd)
    {
        if (crowd.Elapsed - _told > ProgressPause)
        {
            _told = crowd.Elapsed;
            output.WriteLine($"{crowd.Elapsed.TotalSeconds,5:F0} s  {name}: {crowd.Meter.Openings.Count} connections, "
                + $"{crowd.Batches} batches, {crowd.Waiting} samples wait");
        }

        return true;
    }

    private int Report(Storm spread, Storm alike)
    {
        output.WriteLine($"{"",-34}{"with slots and jitter",22}{"without",12}");
        Row("attempts to connect, most a second", storm => storm.AttemptsPerSecond);
        Row("connections, most a second", storm => storm.ConnectionsPerSecond);
        Row("attempts that failed", storm => storm.FailedAttempts);
        Row("batches, most a second", storm => storm.BatchesPerSecond);
        Row("99 of 100 acknowledged within ms", storm => storm.P99Ms);
        Row("all connected after seconds", storm => storm.ConnectedSeconds);
        Row("all sent after seconds", storm => storm.DrainedSeconds);
        Row("samples not acknowledged", storm => storm.Lost);
        if (options.Json)
        {
            output.WriteLine(new JsonObject
            {
                ["command"] = "load", ["nodes"] = options.Nodes, ["spread"] = spread.ToJson(), ["alike"] = alike.ToJson(),
                ["lost"] = spread.Lost + alike.Lost,
            }.ToJsonString());
        }

        return spread.Lost + alike.Lost == 0 ? 0 : 1;

        void Row(string what, Func<Storm, double> value) => output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-34}{value(spread),22:0.#}{value(alike),12:0.#}"));
    }
}
