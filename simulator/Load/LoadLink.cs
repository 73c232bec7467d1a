using UlmEdge.Ports;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Load;

/// <summary>The broker as the firmware's publisher meets it, over sessions without threads of their own.</summary>
/// <param name="address">The broker.</param>
/// <param name="meter">Measures, or null.</param>
internal sealed class LoadLink(BrokerAddress address, LoadMeter? meter = null) : IBrokerLink, IDisposable
{
    private readonly Queue<BrokerEvent> _events = new();
    private LoadSession? _session;

    /// <summary>Whether nobody answers.</summary>
    public bool IsAway { get; set; }

    /// <inheritdoc/>
    public void Open(BrokerSession session)
    {
        Close();
        lock (_events)
        {
            if (IsAway)
            {
                _events.Enqueue(new BrokerEvent { Kind = BrokerEventKind.Failed });
                return;
            }

            meter?.Attempted();
            _session = new LoadSession(address, session, Tell, meter);
        }

        _ = _session.RunAsync();
    }

    /// <inheritdoc/>
    public int Publish(string topic, byte[] payload, bool retain) => _session?.Publish(topic, payload, retain) ?? 0;

    /// <summary>Nobody asks these nodes for anything: subscribing is left out.</summary>
    public bool Subscribe(string[] topicFilters) => true;

    /// <inheritdoc/>
    public void Close()
    {
        lock (_events)
        {
            _session?.Dispose();
            _session = null;
            _events.Clear();
        }
    }

    /// <inheritdoc/>
    public bool TryTakeEvent(out BrokerEvent brokerEvent)
    {
        _session?.KeepAlive();
        lock (_events)
        {
            return _events.TryDequeue(out brokerEvent);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    // Of a session that was given up nothing is heard any more.
    private void Tell(LoadSession session, BrokerEvent what)
    {
        lock (_events)
        {
            if (session == _session)
            {
                _events.Enqueue(what);
            }
        }
    }
}
