using UlmEdge.Core;
using UlmEdge.Decoder;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Worlds;

/// <summary>Takes what a node's messages bring to the broker, as a backend would, and has it checked.</summary>
/// <param name="root">The root of the topics.</param>
/// <param name="witness">Knows what the node took.</param>
/// <param name="running">The node, while it has power.</param>
/// <param name="overhear">Is told each message with the milliseconds since the world began; null when nobody listens.</param>
internal sealed class Courier(
    string root, NodeWitness witness, Func<Node?> running, Action<long, string, byte[]>? overhear = null)
{
    /// <summary>Messages with samples so far.</summary>
    public long Messages { get; private set; }

    /// <summary>Depends on every byte that came, and on the order.</summary>
    public ulong Fingerprint { get; private set; }

    /// <summary>A message has arrived.</summary>
    public void Deliver(string topic, byte[] payload)
    {
        overhear?.Invoke(witness.WorldMs, topic, payload);
        foreach (byte value in payload)
        {
            Fingerprint = (Fingerprint ^ value) * 0x100000001B3;
        }

        Fingerprint = SeededNumbers.Bits(Fingerprint, witness.WorldMs);
        Confidentiality.CheckMessage(witness, topic, payload);
        if (IsBeside(topic))
        {
            return;
        }

        if (!MessageTopic.TryParse(topic, root, out MessageTopic? parsed) || parsed is null)
        {
            witness.Break(Promise.NothingInvented, $"the contract knows no topic {topic}");
            return;
        }

        try
        {
            NodeMessage message = MessageDecoder.Decode(parsed.Value, payload);
            if (message is DataMessage data)
            {
                Messages++;
                Check(data);
            }
            else
            {
                SelfReport.Check(witness, message);
            }
        }
        catch (DecodeException error)
        {
            witness.Break(Promise.NothingInvented, error.Message);
        }
    }

    // What the decoder leaves to others: Home Assistant's, and what a node says of its configuration.
    private bool IsBeside(string topic) => topic.StartsWith("homeassistant/", StringComparison.Ordinal)
        || topic.StartsWith($"{root}/{witness.NodeId}/latest/", StringComparison.Ordinal)
        || topic == $"{root}/{witness.NodeId}/config/reported" || topic == $"{root}/{witness.NodeId}/commissioning";

    private void Check(DataMessage pack)
    {
        if (NothingInvented.Check(witness, running(), pack) is { } record)
        {
            OrderAndTimes.Check(witness, record, pack);
            NothingRepeated.Check(witness, record, pack);
        }
    }
}
