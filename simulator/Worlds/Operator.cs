using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>Sends a node configurations, retained as they are to be; most of them it must not take, or not keep.</summary>
/// <param name="node">The node.</param>
/// <param name="brokers">Keep what was sent last.</param>
/// <param name="topic">The node's topic for it.</param>
/// <param name="agenda">What is to happen.</param>
internal sealed class Operator(WorldNode node, WorldBrokers brokers, string topic, Agenda agenda)
{
    private const ulong FlipFlopsOneIn = 8;
    private const long FlipFlopMs = 45_000;
    private const ulong StaysOneIn = 3;

    /// <summary>A fault begins.</summary>
    public void Begin(Fault fault)
    {
        Send(DesiredDraw.Of(fault.Draw), fault);
        if (FlipFlops(fault))
        {
            Flip(fault, 1);
        }
    }

    /// <summary>A fault is over: what was sent stays, or is replaced by what is sound, or taken back.</summary>
    public void End(Fault fault)
    {
        SeededEntropy entropy = new(fault.Draw ^ 0x5A);
        bool mayStay = !FlipFlops(fault) && !DesiredDraw.IsCostly(fault.Draw);
        if (!mayStay || fault.Draw / FlipFlopsOneIn % StaysOneIn != 0)
        {
            Send(entropy.Chance(0.3) ? [] : DesiredDraw.Sound(entropy), fault);
        }
    }

    private static bool FlipFlops(Fault fault) => fault.Draw % FlipFlopsOneIn == 0;

    private void Flip(Fault fault, int round)
    {
        agenda.Add(node.WorldMs + FlipFlopMs, () =>
        {
            if (node.WorldMs < fault.EndMs)
            {
                Send(DesiredDraw.Of(round % 2 == 0 ? fault.Draw : fault.Draw ^ 0xF00), fault);
                Flip(fault, round + 1);
            }
        });
    }

    private void Send(byte[] payload, Fault fault)
    {
        if (payload.Length == 0)
        {
            brokers.Kept.Remove(topic); // MQTT 3.1.1 section 3.3.1.3: an empty retained message takes the last one back.
        }
        else
        {
            brokers.Kept[topic] = payload;
        }

        if (node.Running?.Send(topic, payload, false) == true)
        {
            node.Surroundings.Note(fault.Kind);
        }
    }
}
