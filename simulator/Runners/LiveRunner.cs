using Spectre.Console;
using UlmEdge.Simulator.Dashboard;
using UlmEdge.Simulator.Faults.Live;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Runners;

/// <summary>The main job: a street that measures and publishes until told to end, every sample accounted for.</summary>
public sealed class LiveRunner(LiveOptions options, TextWriter output, IAnsiConsole? terminal)
{
    private static readonly TimeSpan RefreshPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs a street.</summary>
    /// <param name="stop">Ends the measuring; what was taken is still sent.</param>
    /// <returns>The exit code: 0 when everything taken has arrived, else 1.</returns>
    /// <exception cref="WrongInputException">The broker or its port cannot be used as asked.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using Street street = await Street.OpenAsync(options.Plan, stop);
        await using LivePage? page = options.Page is { } wanted ? await LivePage.OpenAsync(street, wanted, stop) : null;
        foreach (string line in Greeting(street, page?.Address))
        {
            output.WriteLine(line);
        }

        using StreetWatch watch = new(street);
        street.SwitchOn();
        ILiveView view = terminal is null || options.Plain ? new PlainLines(output) : new LiveTable(terminal);
        LiveChaos? chaos = options.Plan.Chaos ? new LiveChaos(street, watch.Say) : null;
        using CancellationTokenSource calm = new();
        Task suffering = chaos?.RunAsync(calm.Token) ?? Task.CompletedTask;
        await view.ShowAsync(refresh => RefreshAsync(refresh, street, stop), street, watch);
        TimeSpan elapsed = street.Clock.RealElapsed;
        await calm.CancelAsync();
        await suffering;
        await (page?.HealAsync() ?? Task.CompletedTask);
        string healed = chaos is null ? string.Empty : " All faults are healed.";
        output.WriteLine($"{WhyItEnds(street, stop)}{healed} Waiting for what is still under way.");
        await street.DrainAsync(CancellationToken.None);
        street.SwitchOff();
        return Report(watch, new StreetSummary(street, elapsed, chaos?.Counts));
    }

    private int Report(StreetWatch watch, StreetSummary summary)
    {
        foreach (string line in watch.TakeNotes().Concat(summary.Sentences()))
        {
            output.WriteLine(line);
        }

        if (options.Json)
        {
            output.WriteLine(summary.ToJson());
        }

        return summary.ExitCode;
    }

    private async Task RefreshAsync(Action refresh, Street street, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && Remaining(street) > TimeSpan.Zero)
        {
            refresh();
            TimeSpan pause = Remaining(street) < RefreshPause ? Remaining(street) : RefreshPause;
            await Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        refresh();
    }

    private TimeSpan Remaining(Street street)
    {
        TimeSpan asked = (options.For ?? TimeSpan.MaxValue) - street.Clock.RealElapsed;
        TimeSpan recorded = RecordingRemaining(street);
        return asked < recorded ? asked : recorded;
    }

    private TimeSpan RecordingRemaining(Street street) => options.Plan.Recording?.Summary is { } recording
        ? street.Clock.RealUntil(recording.LastUnixMs - street.Clock.StartUnixMs)
        : TimeSpan.MaxValue;

    private string WhyItEnds(Street street, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
        {
            return "Stopped.";
        }

        return RecordingRemaining(street) <= TimeSpan.Zero ? "The recording ends here." : "The time is up.";
    }

    // The embedded broker insists on a client id, an external one perhaps on user and password.
    private static string Identity(Street street) => street switch
    {
        { BrokerAddress.User: not null } => "-u … -P … ",
        { Broker: not null } => "-i visitor ",
        _ => string.Empty,
    };

    private IEnumerable<string> Greeting(Street street, string? page)
    {
        StreetPlan plan = options.Plan;
        BrokerAddress broker = street.BrokerAddress;
        yield return plan.Fleet is { } fleet
            ? $"UlmEdge: {Wording.Count(fleet.Nodes.Count, "node")} from the files of a fleet, speed {plan.Speed}, seed {plan.Seed}."
            : $"UlmEdge: {Wording.Count(plan.Nodes, "node")}, a sample every {plan.IntervalSeconds} s, "
                + $"{Wording.Count(plan.BatchSamples, "sample")} a batch, speed {plan.Speed}, seed {plan.Seed}.";
        yield return plan.Recording is { } recording
            ? $"Weather: {recording.Summary} The run ends there at the latest."
            : "Weather: drawn from the seed.";
        yield return $"Broker: {broker}{(street.Broker is null ? "" : ", inside this process")}.";
        if (plan.Chaos)
        {
            yield return street.Broker is null
                ? "Chaos: faults are drawn from the seed, but for those of the broker, which is not ours to stop or to slow."
                : "Chaos: faults are drawn from the seed.";
        }

        if (page is not null)
        {
            yield return $"Dashboard: {page}";
        }

        yield return "Try next, in another terminal: "
            + $"mosquitto_sub -h {broker.Host} -p {broker.Port} {Identity(street)}-t '{plan.Root}/#' -v";
        yield return "Ctrl-C ends the run with a summary.";
    }
}
