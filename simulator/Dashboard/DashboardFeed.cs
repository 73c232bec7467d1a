using UlmEdge.Decoder;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Dashboard;

/// <summary>The page's own subscription: it hears what any consumer would, and connects again whenever it was cut off.</summary>
internal sealed class DashboardFeed : IAsyncDisposable
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _closing = new();
    private readonly BrokerClient _client;
    private Task _keeping = Task.CompletedTask;

    /// <summary>A feed that is not connected yet.</summary>
    public DashboardFeed(BrokerAddress broker, DashboardModel model)
    {
        _client = new BrokerClient(broker, MessageTopic.Filters(model.Root), message => model.Take(message.Topic, message.Payload));
    }

    /// <summary>Whether it is connected now.</summary>
    public bool IsConnected => _client.IsConnected;

    /// <summary>Why the last attempt to connect failed.</summary>
    public string LastFailure => _client.LastFailure;

    /// <summary>Connects for the first time, and from then on whenever the connection is away.</summary>
    public async Task<ConnectOutcome> OpenAsync(CancellationToken token)
    {
        ConnectOutcome outcome = await _client.ConnectAsync(token);
        _keeping = Task.Run(KeepAsync, CancellationToken.None);
        return outcome;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _keeping;
        await _client.DisposeAsync();
        _closing.Dispose();
    }

    private async Task KeepAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            if (!_client.IsConnected)
            {
                await _client.ConnectAsync(_closing.Token);
            }

            await Task.Delay(RetryPause, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
