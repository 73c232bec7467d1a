using System.Collections.Concurrent;
using MQTTnet;
using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Network;

/// <summary>Takes what a street's nodes publish, as a backend would, independently of the nodes.</summary>
public sealed class Subscriber : IAsyncDisposable
{
    // Shorter than any node's back-off: where a broker forgets sessions, the subscriber is to be back before the nodes.
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(100);

    private const string Proof = "commissioning";

    private readonly ConcurrentDictionary<string, string> _proofs = new();
    private readonly BrokerClient _client;
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly MessageDecoder _decoder;
    private readonly string _root;
    private Task _keepingConnected = Task.CompletedTask;
    private Task<ConnectOutcome> _attempt = Task.FromResult(ConnectOutcome.Unreachable);

    /// <summary>A subscriber that is not connected yet.</summary>
    /// <param name="address">The broker.</param>
    /// <param name="root">The root of the street's topics.</param>
    public Subscriber(BrokerAddress address, string root)
    {
        _root = root;
        _decoder = new MessageDecoder(root);
        _client = new BrokerClient(address, [$"{root}/+/data/+", $"{root}/+/data-rel/+", $"{root}/+/{Proof}"], Take);
    }

    /// <summary>The account of what has arrived.</summary>
    public Reception Reception { get; } = new();

    /// <summary>The last commissioning report of each node that has sent one, as it came.</summary>
    public IReadOnlyDictionary<string, string> Proofs => _proofs;

    /// <summary>Its client id.</summary>
    public string ClientId => _client.ClientId;

    /// <summary>Whether it is connected now.</summary>
    public bool IsConnected => _client.IsConnected;

    /// <summary>Why the last attempt to connect failed, in words; empty when it did not.</summary>
    public string LastFailure => _client.LastFailure;

    /// <summary>Tries to connect and subscribe; whoever asks meanwhile shares the attempt.</summary>
    public Task<ConnectOutcome> ConnectAsync(CancellationToken token)
    {
        lock (_gate)
        {
            return _attempt.IsCompleted ? _attempt = _client.ConnectAsync(token) : _attempt;
        }
    }

    /// <summary>Connects before a node does, if it can be done.</summary>
    /// <remarks>
    /// A broker that was restarted has forgotten its sessions: what a node hands it before anybody has subscribed is
    /// acknowledged and gone, and would be counted as lost although no node lost it.
    /// </remarks>
    public void ConnectFirst()
    {
        if (!_attempt.IsCompleted || !_client.IsConnected)
        {
            ConnectAsync(_closing.Token).Wait();
        }
    }

    /// <summary>Connects again and again from now on, whenever the connection is away.</summary>
    public void KeepConnected() => _keepingConnected = Task.Run(KeepConnectedAsync);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _keepingConnected;
        await _client.DisposeAsync();
        _closing.Dispose();
    }

    private async Task KeepConnectedAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            if (!_client.IsConnected)
            {
                await ConnectAsync(_closing.Token);
            }

            await Task.Delay(RetryPause, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Take(MqttApplicationMessage message)
    {
        // The filters let through only what lies below {root}/{node}/data/ and {root}/{node}/data-rel/, and the reports.
        string node = message.Topic[(_root.Length + 1)..].Split('/')[0];
        if (message.Topic.EndsWith($"/{Proof}", StringComparison.Ordinal))
        {
            _proofs[node] = message.ConvertPayloadToString();
            return;
        }

        try
        {
            Reception.Take(ReceivedSample.Of((DataMessage)_decoder.Decode(message.Topic, message.Payload)));
        }
        catch (DecodeException error)
        {
            Reception.TakeFault(node, error.Message);
        }
    }
}
