using UlmEdge.Core;
using UlmEdge.Decoder;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Worlds;

/// <summary>Takes what a node's messages bring to the broker, as a backend would, and has it checked.</summary>
/// <param name="root">The root of the topics.</param>
/// <param name="witness">Knows what the node took.</param>
/// <param name="running">The node, while it has power.</param>
internal sealed class Courier(string root, NodeWitness witness, Func<Node?> running)
{
    // Samples come below data/ and data-rel/, in whatever way the node was told to write them.
    private readonly string _data = $"{root}/{witness.NodeId}/data";

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
        if (!topic.StartsWith(_data, StringComparison.Ordinal)
            || !MessageTopic.TryParse(topic, root, out MessageTopic? parsed)
            || parsed is not { Kind: MessageKind.Data })
        {
            return;
        }

        Messages++;
        try
        {
            Check((DataMessage)MessageDecoder.Decode(parsed.Value, payload));
        }
        catch (DecodeException error)
        {
            witness.Break(Promise.NothingInvented, error.Message);
        }
    }

    private void Check(DataMessage pack)
    {
        if (NothingInvented.Check(witness, running(), pack) is { } record)
        {
            OrderAndTimes.Check(witness, record, pack);
            NothingRepeated.Check(witness, record, pack);
        }
    }
}
