using System.Buffers;
using UlmEdge.Core;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Worlds;

/// <summary>Takes what a node's messages bring to the broker, as a backend would, and has it checked.</summary>
/// <param name="root">The root of the topics.</param>
/// <param name="witness">Knows what the node took.</param>
/// <param name="running">The node, while it has power.</param>
internal sealed class Courier(string root, NodeWitness witness, Func<Node?> running)
{
    private readonly string _data = $"{root}/{witness.NodeId}/data/json";
    private readonly string _undated = $"{root}/{witness.NodeId}/data-rel/json";

    /// <summary>Messages with samples so far.</summary>
    public long Messages { get; private set; }

    /// <summary>Depends on every byte that came, and on the order.</summary>
    public ulong Fingerprint { get; private set; }

    /// <summary>A message has arrived.</summary>
    public void Deliver(string topic, byte[] payload)
    {
        foreach (byte value in payload)
        {
            Fingerprint = (Fingerprint ^ value) * 0x100000001B3;
        }

        Fingerprint = SeededNumbers.Bits(Fingerprint, witness.WorldMs);
        bool isUndated = topic == _undated;
        if (!isUndated && topic != _data)
        {
            return;
        }

        Messages++;
        try
        {
            ReceivedPack pack = PackReader.Parse(root, witness.NodeId, new ReadOnlySequence<byte>(payload));
            if (pack.IsDated == isUndated)
            {
                throw new FormatException($"a pack {(pack.IsDated ? "with" : "without")} a date came under {topic}");
            }

            Check(pack);
        }
        catch (FormatException error)
        {
            witness.Break(Promise.NothingInvented, error.Message);
        }
    }

    private void Check(ReceivedPack pack)
    {
        if (NothingInvented.Check(witness, running(), pack) is { } record)
        {
            OrderAndTimes.Check(witness, record, pack);
            NothingRepeated.Check(witness, record, pack);
        }
    }
}
