using System.Text;
using UlmEdge.Ports;
using UlmEdge.Tests.Contract;

namespace UlmEdge.Tests.Core;

/// <summary>A broker link that does what the test tells it; by default everything succeeds at once.</summary>
internal sealed class FakeBroker : IBrokerLink
{
    private readonly Queue<BrokerEvent> _events = [];
    private int _lastId;

    /// <summary>What an attempt to open ends with.</summary>
    public BrokerEventKind OpenAnswer { get; set; } = BrokerEventKind.Opened;

    /// <summary>What an attempt to open a broker ends with, where it depends on the host.</summary>
    public Func<string, BrokerEventKind>? AnswerTo { get; set; }

    /// <summary>The hosts that were tried.</summary>
    public List<string> Hosts { get; } = [];

    /// <summary>What a message ends with; None leaves it unanswered.</summary>
    public BrokerEventKind PublishAnswer { get; set; } = BrokerEventKind.Acknowledged;

    /// <summary>Whether messages are taken at all.</summary>
    public bool TakesMessages { get; set; } = true;

    /// <summary>Topics whose messages the memory is too small for.</summary>
    public Func<string, bool> Overwhelms { get; set; } = _ => false;

    /// <summary>How many messages are taken in all.</summary>
    public int TakesUpTo { get; set; } = int.MaxValue;

    public int Opens { get; private set; }

    public int Closes { get; private set; }

    public BrokerSession? Session { get; private set; }

    public List<(string Topic, string Text, bool Retain)> Messages { get; } = [];

    public IEnumerable<string> Data => Messages.Where(message => message.Topic.EndsWith("/data/json")).Select(message => message.Text);

    public int LastId => _lastId;

    /// <summary>What was subscribed to, each time.</summary>
    public List<string[]> Subscriptions { get; } = [];

    /// <summary>A message arrives for the node.</summary>
    public void Send(string topic, string text, bool isRetained = false) => Send(topic, Encoding.UTF8.GetBytes(text), isRetained);

    /// <summary>A message arrives for the node; null stands for one that is too large.</summary>
    public void Send(string topic, byte[]? payload, bool isRetained = false) => _events.Enqueue(new BrokerEvent
    {
        Kind = BrokerEventKind.Received,
        Message = new BrokerMessage { Topic = topic, Payload = payload!, IsRetained = isRetained },
    });

    public void Post(BrokerEventKind kind, int detail = 0) => _events.Enqueue(new BrokerEvent { Kind = kind, Detail = detail });

    void IBrokerLink.Open(BrokerSession session)
    {
        Opens++;
        Session = session;
        Hosts.Add(session.Host);
        BrokerEventKind answer = AnswerTo?.Invoke(session.Host) ?? OpenAnswer;
        if (answer == BrokerEventKind.None)
        {
            return;
        }

        Post(answer, answer == BrokerEventKind.Refused ? 5 : 0);
    }

    int IBrokerLink.Publish(string topic, byte[] payload, bool retain)
    {
        if (Overwhelms(topic))
        {
            throw new OutOfMemoryException();
        }

        if (!TakesMessages || Messages.Count >= TakesUpTo)
        {
            return 0;
        }

        Assert.Null(ContractCheck.FaultIn(topic, payload));
        Messages.Add((topic, Encoding.UTF8.GetString(payload), retain));
        _lastId++;
        if (PublishAnswer != BrokerEventKind.None)
        {
            Post(PublishAnswer, _lastId);
        }

        return _lastId;
    }

    bool IBrokerLink.Subscribe(string[] topicFilters)
    {
        Subscriptions.Add(topicFilters);
        return TakesMessages;
    }

    void IBrokerLink.Close()
    {
        Closes++;
        _events.Clear();
    }

    bool IBrokerLink.TryTakeEvent(out BrokerEvent brokerEvent) => _events.TryDequeue(out brokerEvent);
}
