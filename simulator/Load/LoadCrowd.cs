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
    private readonly Action<LoadNode> _begins;

    /// <summary>A crowd of which nobody has begun.</summary>
    /// <param name="options">What was asked.</param>
    /// <param name="broker">Where they publish.</param>
    /// <param name="begins">Is told of each node that is switched on.</param>
    public LoadCrowd(LoadOptions options, BrokerAddress broker, Action<LoadNode> begins)
    {
        ClimateWeather weather = new(1);
        _begins = begins;
        _nodes = [.. Enumerable.Range(0, options.Nodes).Select(index => new LoadNode(index, options, broker, weather, Meter))];
        for (int i = 0; i < _nodes.Length; i++)
        {
            _nodes[i].StartMs = (long)(options.Ramp.TotalMilliseconds * i / _nodes.Length);
        }
    }

    /// <summary>The nodes.</summary>
    public IReadOnlyList<LoadNode> Nodes => _nodes;

    /// <summary>What is measured.</summary>
    public LoadMeter Meter { get; } = new();

    /// <summary>Nodes that have begun.</summary>
    public int Begun { get; private set; }

    /// <summary>Samples taken.</summary>
    public long Taken => _nodes.Sum(node => (long)node.Node.Counters.SamplesTaken);

    /// <summary>Samples that the broker has acknowledged.</summary>
    public long Acknowledged => _nodes.Sum(node => (long)node.Node.Counters.SamplesAcknowledged);

    /// <summary>Batches that the broker has acknowledged.</summary>
    public long Batches => _nodes.Sum(node => (long)node.Node.Counters.BatchesAcknowledged);

    /// <summary>Samples that wait in journals.</summary>
    public long Waiting => _nodes.Sum(node => (long)node.Node.WaitingSamples);

    /// <summary>Whether nobody that has begun has anything left to send.</summary>
    public bool IsDrained => Array.TrueForAll(_nodes, node => node.Node.IsDrained);

    /// <summary>How long it has been running.</summary>
    public TimeSpan Elapsed => _time.Elapsed;

    /// <summary>Lets hours pass at once in which no broker answers; then the power is cut everywhere.</summary>
    /// <param name="time">How long.</param>
    /// <param name="stop">Ends it early.</param>
    public void GatherBacklog(TimeSpan time, CancellationToken stop)
    {
        long endUnixMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        long endMs = (long)time.TotalMilliseconds;
        Parallel.ForEach(_nodes, node =>
        {
            node.IsAway = true;
            for (long uptimeMs = 0; uptimeMs < endMs && !stop.IsCancellationRequested;)
            {
                uptimeMs = node.Tick(uptimeMs, endUnixMs - endMs + uptimeMs);
            }

            node.PowerCycle();
            node.IsAway = false;
            node.StartMs = 0;
        });
    }

    /// <summary>Begins: each node is switched on when its time has come.</summary>
    public void Begin()
    {
        foreach (LoadNode node in _nodes)
        {
            _wakes.Enqueue(node, node.StartMs);
        }

        Meter.Begin();
        _time.Restart();
    }

    /// <summary>Lets the nodes live until a condition holds.</summary>
    /// <param name="isOver">Is asked after each round.</param>
    public void Run(Func<bool> isOver)
    {
        while (!isOver())
        {
            long nowMs = _time.ElapsedMilliseconds;
            long unixMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            while (_wakes.TryPeek(out LoadNode? node, out long wakeMs) && wakeMs <= nowMs)
            {
                if (node.StartMs == wakeMs)
                {
                    Begun++;
                    _begins(node);
                }

                _wakes.DequeueEnqueue(node, node.StartMs + node.Tick(nowMs - node.StartMs, unixMs));
            }

            Thread.Sleep(Pause);
        }
    }

    /// <summary>Ends all measuring; what was taken is still sent.</summary>
    public void Stop() => Array.ForEach(_nodes, node => node.Node.Stop());

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_nodes, node => node.Dispose());
}
