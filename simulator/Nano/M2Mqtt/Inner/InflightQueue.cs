using MQTTnet.Packets;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>The exchanges under way and the answers that have arrived; all of it dies when the client closes.</summary>
internal sealed class InflightQueue
{
    private readonly Lock _access = new();
    private readonly Queue<Exchange> _exchanges = new();
    private readonly Queue<MqttPacketWithIdentifier> _answers = new();
    private readonly HashSet<ushort> _unanswered = [];
    private Exchange? _taken;

    /// <summary>Set whenever there is something to do.</summary>
    public Signal Work { get; } = new();

    /// <summary>How many exchanges there are to look at.</summary>
    public int CountExchanges()
    {
        lock (_access)
        {
            return _exchanges.Count;
        }
    }

    /// <summary>Adds an exchange unless so many are there already.</summary>
    public bool TryAdd(Exchange exchange, int limit)
    {
        lock (_access)
        {
            if (_exchanges.Count >= limit)
            {
                return false;
            }

            _exchanges.Enqueue(exchange);
        }

        Work.Set();
        return true;
    }

    /// <summary>Takes the exchange that was looked at longest ago; one at a time.</summary>
    public bool TryTake(out Exchange? exchange)
    {
        lock (_access)
        {
            _exchanges.TryDequeue(out exchange);
            _taken = exchange;
            return exchange is not null;
        }
    }

    /// <summary>Puts the taken exchange back, at the end, whatever the limit.</summary>
    public void Return()
    {
        lock (_access)
        {
            if (_taken is not null)
            {
                _exchanges.Enqueue(_taken);
                _taken = null;
            }
        }
    }

    /// <summary>Forgets the taken exchange: it is done.</summary>
    public void Finish()
    {
        lock (_access)
        {
            _taken = null;
        }
    }

    /// <summary>Finds an exchange; the taken one counts, as an answer can be faster than the end of its step.</summary>
    public TExchange? Find<TExchange>(Predicate<TExchange> wanted)
        where TExchange : Exchange
    {
        lock (_access)
        {
            return _taken is TExchange taken && wanted(taken)
                ? taken
                : _exchanges.OfType<TExchange>().FirstOrDefault(exchange => wanted(exchange));
        }
    }

    /// <summary>Remembers that a published message wants an answer.</summary>
    public void Await(ushort identifier)
    {
        lock (_access)
        {
            _unanswered.Add(identifier);
        }
    }

    public bool IsUnanswered(ushort identifier)
    {
        lock (_access)
        {
            return _unanswered.Contains(identifier);
        }
    }

    /// <summary>Notes that an answer has arrived, whether or not somebody will look at it.</summary>
    public void Answered(ushort identifier)
    {
        lock (_access)
        {
            _unanswered.Remove(identifier);
        }
    }

    /// <summary>Leaves an answer for its exchange to find.</summary>
    public void AddAnswer(MqttPacketWithIdentifier packet)
    {
        lock (_access)
        {
            _answers.Enqueue(packet);
        }

        Work.Set();
    }

    public MqttPacketWithIdentifier? PeekAnswer()
    {
        lock (_access)
        {
            return _answers.TryPeek(out MqttPacketWithIdentifier? answer) ? answer : null;
        }
    }

    public void DropAnswer()
    {
        lock (_access)
        {
            _answers.TryDequeue(out _);
        }
    }

    public void Clear()
    {
        lock (_access)
        {
            _exchanges.Clear();
            _taken = null;
            _answers.Clear();
            _unanswered.Clear();
        }
    }
}
