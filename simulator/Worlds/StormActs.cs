using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>Lets commands rain on a node: at first as fast as a broker can, then more slowly.</summary>
internal sealed class StormActs(WorldNode node, Backend backend, Agenda agenda)
{
    private const int GapMsMin = 20;
    private const int BurstMs = 5_000;
    private const ulong BurstGapMs = 200;
    private const ulong GapMs = 6_000;

    /// <summary>A fault begins: it goes on until it is over.</summary>
    public void Begin(Fault fault) => Send(fault, 0);

    private void Send(Fault fault, int round)
    {
        if (node.Running is { } run && backend.Storm(run, node.UnixSeconds))
        {
            node.Surroundings.Note(fault.Kind);
        }

        ulong draw = (fault.Draw >> (round % 40)) ^ (ulong)round;
        bool isBurst = node.WorldMs - fault.StartMs < BurstMs;
        long nextMs = node.WorldMs + GapMsMin + (long)(draw % (isBurst ? BurstGapMs : GapMs));
        if (nextMs < fault.EndMs)
        {
            agenda.Add(nextMs, () => Send(fault, round + 1));
        }
    }
}
