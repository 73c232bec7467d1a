using System.Diagnostics;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Load;

/// <summary>Many nodes on one thread, in real time: each is called when it wants to be called.</summary>
internal sealed class LoadCrowd : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly LoadNode[] _nodes;
    private readonly PriorityQueue<LoadNode, long> _wakes = new();
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private readonly Reception _reception;
    private int _begun;

    /// <summary>A crowd of which nobody has begun.</summary>
    public LoadCrowd(LoadOptions options, BrokerAddress broker, Reception reception)
    {
        ClimateWeather weather = new(1);
        _reception = reception;
        _nodes = [.. Enumerable.Range(0, options.Nodes).Select(index => new LoadNode(index, options, broker, weather, Latencies.Take))];
        for (int i = 0; i < _nodes.Length; i++)
        {
            _nodes[i].StartMs = (long)(options.Ramp.TotalMilliseconds * i / _nodes.Length);
            _wakes.Enqueue(_nodes[i], _nodes[i].StartMs);
        }
    }

    /// <summary>How long messages with samples took from publish to PUBACK.</summary>
    public Latencies Latencies { get; } = new();

    /// <summary>Nodes that have begun.</summary>
    public int Begun => _begun;

    /// <summary>Samples taken.</summary>
    public long Taken => _nodes.Sum(node => (long)node.Node.Counters.SamplesTaken);

    /// <summary>Samples that the broker has acknowledged.</summary>
    public long Acknowledged => _nodes.Sum(node => (long)node.Node.Counters.SamplesAcknowledged);

    /// <summary>Batches that the broker has acknowledged.</summary>
    public long Batches => _nodes.Sum(node => (long)node.Node.Counters.BatchesAcknowledged);

    /// <summary>Whether nobody that has begun has anything left to send.</summary>
    public bool IsDrained => _nodes.All(node => node.Node.IsDrained);

    /// <summary>How long it has been running.</summary>
    public TimeSpan Elapsed => _time.Elapsed;

    /// <summary>Lets the nodes live until a condition holds.</summary>
    /// <param name="isOver">Is asked after each round.</param>
    public void Run(Func<bool> isOver)
    {
        while (!isOver())
        {
            long nowMs = _time.ElapsedMilliseconds;
            while (_wakes.TryPeek(out LoadNode? node, out long wakeMs) && wakeMs <= nowMs)
            {
                if (node.StartMs == wakeMs)
                {
                    _begun++;
                    _reception.Expect(node.Node.Id, node.Node.Epoch);
                }

                _wakes.DequeueEnqueue(node, node.StartMs + node.Node.Tick(nowMs - node.StartMs));
            }

            Thread.Sleep(Pause);
        }
    }

    /// <summary>Ends all measuring; what was taken is still sent.</summary>
    public void Stop() => Array.ForEach(_nodes, node => node.Node.Stop());

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_nodes, node => node.Dispose());
}
