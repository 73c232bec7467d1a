using System.Diagnostics;
using Spectre.Console;
using UlmEdge.Decoder;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Runners;

/// <summary>Listens to a broker as a backend would: every sample once, whatever the nodes' payload.</summary>
internal sealed class ListenRunner(ListenOptions options, TextWriter output, TextWriter error, IAnsiConsole? terminal)
{
    private static readonly TimeSpan RefreshPause = TimeSpan.FromMilliseconds(250);

    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private string _note = string.Empty;

    // Sentences go beside the samples if those have the standard output.
    private TextWriter Talk => options.Targets.TakeOutput ? error : output;

    private bool Draws => terminal is not null && !options.Plain && !options.Targets.TakeOutput;

    /// <summary>Listens.</summary>
    /// <param name="stop">Ends it.</param>
    /// <returns>The exit code: 0 when every message could be read and written, else 1.</returns>
    /// <exception cref="WrongInputException">A file cannot be written, or the broker refuses.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        IReadOnlyList<ISampleWriter> writers = options.Targets.Open(output);
        try
        {
            ListenAccount account = new(options.Root, writers, !Draws && !options.Targets.TakeOutput);
            await using (BrokerClient client = new(
                options.Broker,
                MessageTopic.Filters(options.Root),
                message => account.Take(message.Topic, message.Payload),
                options.ClientId))
            {
                await ConnectAsync(client, account, stop);
                Talk.WriteLine($"Listening to {options.Root}/+/… on {options.Broker}. Ctrl-C ends it with a summary.");
                await ShowAsync(client, account, stop);
            }

            return Report(account);
        }
        finally
        {
            foreach (ISampleWriter writer in writers)
            {
                writer.Dispose();
            }
        }
    }

    private int Report(ListenAccount account)
    {
        Print(account);
        foreach (string line in account.Summary(_elapsed.Elapsed))
        {
            Talk.WriteLine(line);
        }

        if (account.WriteFailure is { } failure)
        {
            error.WriteLine($"ulmedge: samples could not be written ({failure})");
        }

        return account.FaultCount == 0 && account.WriteFailure is null ? 0 : 1;
    }

    private Task ShowAsync(BrokerClient client, ListenAccount account, CancellationToken stop)
    {
        if (terminal is not { } screen || !Draws)
        {
            return RefreshAsync(client, account, stop, () => Print(account));
        }

        return screen.Live(ListenTable.Draw(account, _note, screen.Profile))
            .Overflow(VerticalOverflow.Crop)
            .StartAsync(context => RefreshAsync(client, account, stop, () =>
            {
                _note = account.TakeLines().LastOrDefault() ?? _note;
                context.UpdateTarget(ListenTable.Draw(account, _note, screen.Profile));
            }));
    }

    private async Task RefreshAsync(BrokerClient client, ListenAccount account, CancellationToken stop, Action refresh)
    {
        bool wasConnected = client.IsConnected;
        while (!stop.IsCancellationRequested && Remaining > TimeSpan.Zero && account.WriteFailure is null)
        {
            if (wasConnected != client.IsConnected)
            {
                wasConnected = client.IsConnected;
                account.Say(wasConnected ? "The broker answers again." : "The broker is away: trying to reach it.");
            }

            refresh();
            if (!wasConnected)
            {
                using CancellationTokenSource limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
                limited.CancelAfter(Remaining < TimeSpan.FromMinutes(1) ? Remaining : TimeSpan.FromMinutes(1));
                await client.ConnectAsync(limited.Token);
            }

            TimeSpan pause = Remaining < RefreshPause ? Remaining : RefreshPause;
            await Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        refresh();
    }

    private TimeSpan Remaining => (options.For ?? TimeSpan.MaxValue) - _elapsed.Elapsed;

    private async Task ConnectAsync(BrokerClient client, ListenAccount account, CancellationToken stop)
    {
        ConnectOutcome outcome = await client.ConnectAsync(stop);
        if (outcome == ConnectOutcome.Refused)
        {
            throw new WrongInputException(BrokerSetup.Refusal(options.Broker, client.LastFailure));
        }

        if (outcome != ConnectOutcome.Connected)
        {
            account.Say($"The broker at {options.Broker} cannot be reached ({client.LastFailure}): trying on.");
        }
    }

    private void Print(ListenAccount account)
    {
        foreach (string line in account.TakeLines())
        {
            Talk.WriteLine(line);
        }
    }
}
