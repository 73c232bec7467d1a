using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>One node's connections to the broker, with the semantics of nanoFramework.M2Mqtt at QoS 1.</summary>
/// <remarks>
/// A message is sent three times, a second apart; the third second without PUBACK is "not acknowledged". Packet identifiers
/// begin anew with each connection. What a closed connection was about to say is never heard; what it had sent may arrive.
/// Time moves only by <see cref="AdvanceTo"/>: everything before it happens under the faults of before.
/// </remarks>
internal sealed class WorldConnection(
    Surroundings surroundings, Heap heap, SeededEntropy entropy, Action<string, byte[]> deliver) : IBrokerLink
{
    private const int Tries = 3;
    private const long TryMs = 1_000;
    private const long RefusedMs = 20;
    private const long NameErrorMs = 5_000;
    private const long TcpTimeoutMs = 30_000;
    private const long DeadNoticedMs = 90_000;

    private readonly PriorityQueue<Step, (long AtMs, long Order)> _steps = new();
    private readonly Queue<BrokerEvent> _events = new();
    private readonly Dictionary<int, Letter> _letters = [];
    private long _nowMs;
    private long _order;
    private int _connection;
    private int _nextId;
    private bool _isOpen;
    private bool _isSecond;

    private enum StepKind
    {
        Answer,
        Try,
        Arrive,
        Acknowledge,
        GiveUp,
        Die,
        Receive,
    }

    /// <summary>Messages with samples of which the node does not know yet whether they have arrived.</summary>
    public int UnderWay => _letters.Values.Count(letter => letter.Topic.Contains("/data", StringComparison.Ordinal));

    /// <summary>Whether the broker can be reached by what is under way.</summary>
    private bool IsCut => surroundings.Has(FaultKind.WifiLoss) || (surroundings.Has(FaultKind.BrokerDown) && !_isSecond);

    /// <inheritdoc/>
    public void Open(BrokerSession session)
    {
        heap.Allocate();
        Close();
        _isSecond = session.Host == WorldConfiguration.SecondBroker;
        (bool isReached, long afterMs) = Attempt();
        At(_nowMs + afterMs, new Step(StepKind.Answer, _connection, null, isReached ? 1 : 0));
    }

    /// <inheritdoc/>
    public int Publish(string topic, byte[] payload, bool retain)
    {
        heap.Allocate();
        if (!_isOpen)
        {
            return 0;
        }

        _nextId = _nextId == ushort.MaxValue ? 1 : _nextId + 1;
        Letter letter = new(_nextId, topic, payload);
        _letters[letter.Id] = letter;
        At(_nowMs, new Step(StepKind.Try, _connection, letter, 1));
        return letter.Id;
    }

    /// <inheritdoc/>
    public bool Subscribe(string[] topicFilters)
    {
        heap.Allocate();
        return _isOpen;
    }

    /// <summary>Somebody sends the node a message; it arrives if there is a connection.</summary>
    public void Send(string topic, byte[] payload, bool isRetained)
    {
        if (_isOpen && !IsCut)
        {
            BrokerMessage message = new() { Topic = topic, Payload = payload, IsRetained = isRetained };
            At(_nowMs + LatencyMs(), new Step(StepKind.Receive, _connection, null, 0) { Message = message });
        }
    }

    /// <inheritdoc/>
    public void Close()
    {
        _connection++;
        _isOpen = false;
        _nextId = 0;
        _letters.Clear();
        _events.Clear();
    }

    /// <inheritdoc/>
    public bool TryTakeEvent(out BrokerEvent brokerEvent) => _events.TryDequeue(out brokerEvent);

    /// <summary>The power is gone: nothing more is heard, but what is on its way may arrive.</summary>
    public void CutOff()
    {
        Close();
        while (_steps.TryDequeue(out Step step, out _))
        {
            if (step.Kind == StepKind.Arrive && !IsCut)
            {
                deliver(step.Letter!.Topic, step.Letter.Payload);
            }
        }
    }

    /// <summary>Whatever ends connections has begun.</summary>
    public void Interrupt(FaultKind kind)
    {
        if (!_isOpen || (_isSecond && kind is FaultKind.BrokerDown or FaultKind.BrokerForgets))
        {
            return;
        }

        surroundings.Note(kind);
        if (kind == FaultKind.BrokerForgets)
        {
            DropArrivals();
        }

        bool isSilent = kind is FaultKind.WifiLoss or FaultKind.HalfOpen;
        At(_nowMs + (isSilent ? entropy.Between(RefusedMs, DeadNoticedMs) : RefusedMs), new Step(StepKind.Die, _connection, null, 0));
    }

    /// <summary>Lets happen what is to happen up to an uptime.</summary>
    public void AdvanceTo(long uptimeMs)
    {
        while (_steps.TryPeek(out Step step, out (long AtMs, long) at) && at.AtMs <= uptimeMs)
        {
            _steps.Dequeue();
            _nowMs = at.AtMs;
            Take(step);
        }

        _nowMs = uptimeMs;
    }

    private (bool IsReached, long AfterMs) Attempt()
    {
        if (surroundings.Has(FaultKind.WifiLoss))
        {
            return (false, NameErrorMs);
        }

        if (surroundings.Has(FaultKind.DnsFailure))
        {
            surroundings.Note(FaultKind.DnsFailure);
            return (false, NameErrorMs);
        }

        if (surroundings.Has(FaultKind.BrokerDown) && !_isSecond)
        {
            surroundings.Note(FaultKind.BrokerDown);
            return (false, RefusedMs);
        }

        return surroundings.Has(FaultKind.HalfOpen) ? (false, TcpTimeoutMs) : (true, LatencyMs() * 2);
    }

    private long LatencyMs()
    {
        if (!surroundings.Has(FaultKind.SlowBroker))
        {
            return entropy.Between(5, 80);
        }

        surroundings.Note(FaultKind.SlowBroker);
        return entropy.Between(100, 6_000);
    }

    private void At(long uptimeMs, Step step) => _steps.Enqueue(step, (uptimeMs, _order++));

    private void Take(Step step)
    {
        bool isOurs = step.Connection == _connection;
        switch (step.Kind)
        {
            case StepKind.Answer when isOurs:
                _isOpen = step.Detail == 1;
                Post(_isOpen ? BrokerEventKind.Opened : BrokerEventKind.Failed, 0);
                break;
            case StepKind.Try when isOurs && _letters.ContainsKey(step.Letter!.Id):
                Try(step.Letter, step.Detail);
                break;
            case StepKind.Arrive:
                Arrive(step);
                break;
            case StepKind.Acknowledge when isOurs:
                _letters.Remove(step.Letter!.Id);
                Post(BrokerEventKind.Acknowledged, step.Letter.Id);
                break;
            case StepKind.GiveUp when isOurs && _letters.Remove(step.Letter!.Id):
                Post(BrokerEventKind.NotAcknowledged, step.Letter.Id);
                break;
            case StepKind.Die when isOurs && _isOpen:
                _isOpen = false;
                _letters.Clear();
                Post(BrokerEventKind.Closed, 0);
                break;
            case StepKind.Receive when isOurs && _isOpen:
                _events.Enqueue(new BrokerEvent { Kind = BrokerEventKind.Received, Message = step.Message });
                break;
            default:
                break;
        }
    }

    private void Try(Letter letter, int number)
    {
        if (surroundings.Has(FaultKind.HalfOpen))
        {
            surroundings.Note(FaultKind.HalfOpen);
        }
        else if (!IsCut)
        {
            At(_nowMs + LatencyMs(), new Step(StepKind.Arrive, _connection, letter, 0));
        }

        At(_nowMs + TryMs, number < Tries
            ? new Step(StepKind.Try, _connection, letter, number + 1)
            : new Step(StepKind.GiveUp, _connection, letter, 0));
    }

    private void Arrive(Step step)
    {
        if (IsCut)
        {
            return;
        }

        deliver(step.Letter!.Topic, step.Letter.Payload);
        if (surroundings.Latest(FaultKind.PubackLost) is { } && entropy.Chance(0.5))
        {
            surroundings.Note(FaultKind.PubackLost);
            return;
        }

        long afterMs = LatencyMs();
        if (surroundings.Has(FaultKind.PubackLate))
        {
            surroundings.Note(FaultKind.PubackLate);
            afterMs += entropy.Between(500, 8_000);
        }

        At(_nowMs + afterMs, step with { Kind = StepKind.Acknowledge });
        if (surroundings.Has(FaultKind.PubackDoubled))
        {
            surroundings.Note(FaultKind.PubackDoubled);
            At(_nowMs + afterMs + entropy.Between(0, 2_000), step with { Kind = StepKind.Acknowledge });
        }
    }

    // A broker that dies may have received what it never forwarded; then it has not acknowledged it either.
    private void DropArrivals()
    {
        (Step Element, (long, long) Priority)[] kept = [.. _steps.UnorderedItems.Where(item => item.Element.Kind != StepKind.Arrive)];
        _steps.Clear();
        _steps.EnqueueRange(kept.Select(item => (item.Element, item.Priority)));
    }

    private void Post(BrokerEventKind kind, int detail) => _events.Enqueue(new BrokerEvent { Kind = kind, Detail = detail });

    private readonly record struct Step(StepKind Kind, int Connection, Letter? Letter, int Detail)
    {
        public BrokerMessage? Message { get; init; }
    }

    private sealed record Letter(int Id, string Topic, byte[] Payload);
}
