using System.Diagnostics;
using UlmEdge.Core;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Load;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Weather;
using UlmEdge.Tests.Core;

namespace UlmEdge.Tests.Interop;

/// <summary>Many nodes of the firmware's core in one process: hours without a broker pass at once, a drain as fast as asked.</summary>
internal sealed class City : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly List<(FakeWorld World, Node Node, LoadLink Link)> _nodes = [];
    private readonly PriorityQueue<int, long> _wakes = new();
    private readonly Stopwatch _real = new();
    private readonly double _speed;
    private long _backlogMs;

    /// <summary>Builds it.</summary>
    /// <param name="nodes">How many nodes.</param>
    /// <param name="addresses">Where they publish, in turn.</param>
    /// <param name="speed">Board seconds per real second while they drain.</param>
    public City(int nodes, IReadOnlyList<BrokerAddress> addresses, double speed)
    {
        _speed = speed;
        for (int index = 0; index < nodes; index++)
        {
            FakeWorld world = new();
            LoadLink link = new(addresses[index % addresses.Count]) { IsAway = true };
            world.Configuration.NodeId = Streets.At(index).Id;
            world.Ports.Broker = link;
            world.Ports.Entropy = new SeededEntropy((ulong)index);
            _nodes.Add((world, world.NewNode(), link));
        }
    }

    /// <summary>Samples that were taken.</summary>
    public int Samples => _nodes.Sum(city => city.Node.Counters.SamplesTaken);

    /// <summary>Samples of which the nodes know that the broker has them.</summary>
    public int Acknowledged => _nodes.Sum(city => city.Node.Counters.SamplesAcknowledged);

    /// <summary>Whether no node has anything left.</summary>
    public bool IsDrained => _nodes.TrueForAll(city => city.Node.IsDrained);

    /// <summary>How long it has been draining.</summary>
    public TimeSpan Elapsed => _real.Elapsed;

    private long UptimeMs => _backlogMs + (long)(_real.Elapsed.TotalMilliseconds * _speed);

    /// <summary>Lets hours pass in which nobody answers; then the nodes stop measuring.</summary>
    public void GatherBacklog(TimeSpan time)
    {
        _backlogMs = (long)time.TotalMilliseconds;
        Parallel.ForEach(_nodes, city =>
        {
            city.World.Run(city.Node, _backlogMs);
            city.Node.Stop();
        });
    }

    /// <summary>Lets the nodes find their brokers and send, until a condition holds or all is sent.</summary>
    /// <param name="look">Is asked about every 5 ms; true ends it.</param>
    public void Drain(Func<bool> look)
    {
        if (!_real.IsRunning)
        {
            _nodes.ForEach(city => city.Link.IsAway = false);
            _wakes.EnqueueRange(Enumerable.Range(0, _nodes.Count), _backlogMs);
            _real.Start();
        }

        while (!look())
        {
            long nowMs = UptimeMs;
            while (_wakes.TryPeek(out int index, out long wakeMs) && wakeMs <= nowMs)
            {
                (FakeWorld world, Node node, _) = _nodes[index];
                world.PassTo(nowMs);
                _wakes.DequeueEnqueue(index, node.Tick(nowMs));
                nowMs = UptimeMs;
            }

            Thread.Sleep(Pause);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _nodes.ForEach(city => city.Link.Dispose());
}
