using System.Buffers;
using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Dashboard;

/// <summary>What is shown: everything that nodes have published, and nothing else. All members may be called from any thread.</summary>
/// <param name="root">What stands before the node in each topic.</param>
/// <param name="clock">The time of day of whoever looks.</param>
/// <param name="scene">What is known beside the messages; null for real nodes now.</param>
internal sealed class DashboardModel(string root, TimeProvider clock, Scene? scene = null)
{
    /// <summary>Nodes that are shown; a broker that carries more is not believed.</summary>
    public const int NodesMax = 2_000;

    private readonly SortedDictionary<string, NodeBoard> _nodes = new(StringComparer.Ordinal);
    private readonly MessageDecoder _decoder = new(root);
    private readonly Lock _gate = new();
    private long _version;

    /// <summary>What stands before the node in each topic.</summary>
    public string Root => root;

    /// <summary>What is known beside the messages.</summary>
    public Scene Scene { get; } = scene ?? new Scene();

    /// <summary>Grows with everything that is new.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Messages that could not be read.</summary>
    public int Faults { get; private set; }

    /// <summary>Milliseconds of the time of day.</summary>
    public long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A message has arrived.</summary>
    public void Take(string topic, ReadOnlySequence<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return; // A retained message was taken back.
        }

        lock (_gate)
        {
            try
            {
                NodeMessage message = _decoder.Decode(topic, payload);
                if (Of(message.Node) is { } node)
                {
                    node.Take(message, NowMs, Interlocked.Increment(ref _version));
                }
            }
            catch (DecodeException)
            {
                Faults++;
            }
        }
    }

    /// <summary>Looks at the nodes while nothing arrives.</summary>
    public T Look<T>(Func<IReadOnlyDictionary<string, NodeBoard>, T> look)
    {
        lock (_gate)
        {
            return look(_nodes);
        }
    }

    private NodeBoard? Of(string id)
    {
        if (!_nodes.TryGetValue(id, out NodeBoard? node) && _nodes.Count < NodesMax)
        {
            node = new NodeBoard(id, Scene);
            _nodes.Add(id, node);
        }

        return node;
    }
}
