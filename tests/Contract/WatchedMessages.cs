using System.Collections.Concurrent;
using MQTTnet;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Tests.Contract;

/// <summary>Holds every message to the contract that embedded brokers, made while it lives, are given.</summary>
internal sealed class WatchedMessages : IDisposable
{
    private const int FaultsKept = 20;

    private readonly ConcurrentQueue<string> _faults = new();
    private int _messages;

    /// <summary>Begins to watch.</summary>
    public WatchedMessages() => EmbeddedBroker.Observer = Take;

    /// <summary>Messages seen.</summary>
    public int Count => Volatile.Read(ref _messages);

    /// <summary>What was wrong, the first of it.</summary>
    public IEnumerable<string> Faults => _faults;

    /// <summary>Fails when any message broke the contract.</summary>
    public void AssertContract() => Assert.Empty(_faults);

    /// <inheritdoc/>
    public void Dispose() => EmbeddedBroker.Observer = null;

    private void Take(MqttApplicationMessage message)
    {
        Interlocked.Increment(ref _messages);
        if (_faults.Count < FaultsKept && ContractCheck.FaultIn(message) is string fault)
        {
            _faults.Enqueue(fault);
        }
    }
}
