using UlmEdge.Ports;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>One node's connections to the broker, with the semantics of nanoFramework.M2Mqtt at QoS 1.</summary>
/// <remarks>
/// A message is sent three times, a second apart; the third second without PUBACK is "not acknowledged". Packet identifiers
/// begin anew with each connection. What a closed connection was about to say is never heard; what it had sent may arrive.
/// Time moves only by <see cref="AdvanceTo"/>: everything before it happens under the faults of before.
/// </remarks>
internal sealed class WorldConnection(
    WorldHardware hardware, WorldClockChip clock, Heap heap, NodeWitness witness, Action<string, byte[]> deliver) : IBrokerLink
{
    private const int BoardBytesMax = 30_000; // A larger message finds no memory: the client dies of it.
    private const int WaitingMax = 4; // As firmware/Edge/MqttLink.cs has it.
    private const int Tries = 3;
    private const long TryMs = 1_000;
    private const long HandshakeMs = 1_500; // An ECDHE handshake on the ESP32.
    private const long RefusedMs = 20;
    private const long NameErrorMs = 5_000;
    private const long TcpTimeoutMs = 30_000;
    private const int NotAuthorised = 5; // MQTT 3.1.1 table 3.1.
    private const long DeadNoticedMs = 90_000;

    private readonly Surroundings _surroundings = hardware.Surroundings;
    private readonly SeededEntropy _entropy = hardware.Entropy;
    private readonly PriorityQueue<Step, (long AtMs, long Order)> _steps = new();
    private readonly Queue<BrokerEvent> _events = new();
    private readonly Dictionary<int, Letter> _letters = [];
    private long _nowMs;
    private long _order;
    private int _connection;
    private int _nextId;
    private string[] _filters = [];
    private int _bytesMax;
    private int _dropped;
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
    public int UnderWay
    {
        get
        {
            int count = 0;
            foreach (Letter letter in _letters.Values) // Asked in every round of the loop: not by LINQ.
            {
                count += letter.HasSamples ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>Whether there is a connection.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>Whether the broker can be reached by what is under way.</summary>
    private bool IsCut => _surroundings.Has(FaultKind.WifiLoss) || (_surroundings.Has(FaultKind.BrokerDown) && !_isSecond);

    /// <inheritdoc/>
    public void Open(BrokerSession session)
    {
        heap.Allocate();
        Close();
        Confidentiality.CheckAttempt(witness, hardware.Provisioned, session);
        _isSecond = session.Host == WorldConfiguration.SecondBroker;
        _bytesMax = session.MessageBytesMax;
        (BrokerEventKind answer, long afterMs) = Attempt(session);
        At(_nowMs + afterMs, new Step(StepKind.Answer, _connection, null, (int)answer));
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
        if (!_isOpen || IsCut)
        {
            return _isOpen; // Nobody says if the broker never hears of it.
        }

        _filters = topicFilters;
        foreach ((string topic, byte[] payload) in hardware.Brokers.Kept)
        {
            Send(topic, payload, true);
        }

        return true;
    }

    /// <summary>Somebody sends the node a message; it arrives if there is a connection, and the node has subscribed to its topic.</summary>
    /// <returns>Whether it is on its way.</returns>
    public bool Send(string topic, byte[] payload, bool isRetained)
    {
        if (!_isOpen || IsCut || !_filters.Any(filter => Matches(filter, topic)))
        {
            return false;
        }

        byte[]? content = payload.Length > _bytesMax ? null : payload;
        BrokerMessage message = new() { Topic = topic, Payload = content, IsRetained = isRetained };
        At(_nowMs + LatencyMs(), payload.Length > BoardBytesMax
            ? new Step(StepKind.Die, _connection, null, 0)
            : new Step(StepKind.Receive, _connection, null, 0) { Message = message });
        return true;
    }

    /// <inheritdoc/>
    public void Close()
    {
        _connection++;
        _isOpen = false;
        _nextId = 0;
        _filters = [];
        _dropped = 0;
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

        _surroundings.Note(kind);
        if (kind == FaultKind.BrokerForgets)
        {
            DropArrivals();
        }

        bool isSilent = kind is FaultKind.WifiLoss or FaultKind.HalfOpen;
        At(_nowMs + (isSilent ? _entropy.Between(RefusedMs, DeadNoticedMs) : RefusedMs), new Step(StepKind.Die, _connection, null, 0));
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

    // MQTT 3.1.1 section 4.7.1.3: a plus stands for one level.
    private static bool Matches(string filter, string topic) => filter == topic
        || (filter.EndsWith('+') && topic.StartsWith(filter[..^1], StringComparison.Ordinal)
            && topic.IndexOf('/', filter.Length - 1) < 0);

    private (BrokerEventKind Answer, long AfterMs) Attempt(BrokerSession session)
    {
        Door door = hardware.Brokers.Try(session, clock.CertificateUnixMs);
        if (_surroundings.Has(FaultKind.WifiLoss) || door == Door.NoName)
        {
            return (BrokerEventKind.Failed, NameErrorMs);
        }

        if (_surroundings.Has(FaultKind.DnsFailure))
        {
            _surroundings.Note(FaultKind.DnsFailure);
            return (BrokerEventKind.Failed, NameErrorMs);
        }

        if (_surroundings.Has(FaultKind.BrokerDown) && !_isSecond)
        {
            _surroundings.Note(FaultKind.BrokerDown);
            return (BrokerEventKind.Failed, RefusedMs);
        }

        if (_surroundings.Has(FaultKind.HalfOpen) || door == Door.Silent)
        {
            return (BrokerEventKind.Failed, TcpTimeoutMs);
        }

        if (session.IsEncrypted && door != Door.NoListener)
        {
            NoteHandshake(session);
        }

        return door switch
        {
            Door.NoListener => (BrokerEventKind.Failed, RefusedMs),
            Door.Untrusted => (BrokerEventKind.Failed, HandshakeMs + LatencyMs()),
            Door.Unauthorised => (BrokerEventKind.Refused, LatencyMs() * 2),
            _ => (BrokerEventKind.Opened, (session.IsEncrypted ? HandshakeMs : 0) + (LatencyMs() * 2)),
        };
    }

    // A handshake is affected by an authority that the node does not try now, and by a clock that does not know the time.
    private void NoteHandshake(BrokerSession session)
    {
        if (!hardware.Brokers.IsFrom(session))
        {
            _surroundings.Note(FaultKind.CaRotation);
        }

        if (_surroundings.Has(FaultKind.WrongTime) && !clock.IsRight)
        {
            _surroundings.Note(FaultKind.WrongTime);
        }
    }

    private long LatencyMs()
    {
        if (!_surroundings.Has(FaultKind.SlowBroker))
        {
            return _entropy.Between(5, 80);
        }

        _surroundings.Note(FaultKind.SlowBroker);
        return _entropy.Between(100, 6_000);
    }

    private void At(long uptimeMs, Step step) => _steps.Enqueue(step, (uptimeMs, _order++));

    private void Take(Step step)
    {
        bool isOurs = step.Connection == _connection;
        switch (step.Kind)
        {
            case StepKind.Answer when isOurs:
                _isOpen = step.Detail == (int)BrokerEventKind.Opened;
                Post((BrokerEventKind)step.Detail, step.Detail == (int)BrokerEventKind.Refused ? NotAuthorised : 0);
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
                Receive(step.Message!);
                break;
            default:
                break;
        }
    }

    private void Receive(BrokerMessage message)
    {
        if (_events.Count(waiting => waiting.Kind == BrokerEventKind.Received) == WaitingMax)
        {
            _dropped++;
            return;
        }

        _events.Enqueue(new BrokerEvent { Kind = BrokerEventKind.Received, Detail = _dropped, Message = message });
        _dropped = 0;
    }

    private void Try(Letter letter, int number)
    {
        if (_surroundings.Has(FaultKind.HalfOpen))
        {
            _surroundings.Note(FaultKind.HalfOpen);
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
        if (_surroundings.Latest(FaultKind.PubackLost) is { } && _entropy.Chance(0.5))
        {
            _surroundings.Note(FaultKind.PubackLost);
            return;
        }

        long afterMs = LatencyMs();
        if (_surroundings.Has(FaultKind.PubackLate))
        {
            _surroundings.Note(FaultKind.PubackLate);
            afterMs += _entropy.Between(500, 8_000);
        }

        At(_nowMs + afterMs, step with { Kind = StepKind.Acknowledge });
        if (_surroundings.Has(FaultKind.PubackDoubled))
        {
            _surroundings.Note(FaultKind.PubackDoubled);
            At(_nowMs + afterMs + _entropy.Between(0, 2_000), step with { Kind = StepKind.Acknowledge });
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

    private sealed record Letter(int Id, string Topic, byte[] Payload)
    {
        public bool HasSamples { get; } = Topic.Contains("/data", StringComparison.Ordinal);
    }
}
