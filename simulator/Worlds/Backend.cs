using System.Text;
using UlmEdge.Core;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>Whoever receives the telemetry of a world: now and then it asks a node for something, and sometimes without end.</summary>
/// <param name="baseName">The node's topics begin with it.</param>
/// <param name="entropy">Decides what is asked.</param>
internal sealed class Backend(string baseName, SeededEntropy entropy)
{
    private const int GapMsMax = 12 * 3_600_000;

    private readonly CommandDraw _draw = new(entropy);

    /// <summary>Whether it has asked for something that costs more of the flash than a node takes by itself.</summary>
    public bool HasMeddled { get; private set; }

    /// <summary>Until it asks for the next time.</summary>
    public long NextGapMs => entropy.Next(GapMsMax);

    /// <summary>Asks a node that has power.</summary>
    /// <param name="run">The node's boot.</param>
    /// <param name="unixSeconds">The time of day.</param>
    public void Ask(WorldRun run, long unixSeconds)
    {
        Node node = run.Node;
        if (entropy.Next(4) == 0)
        {
            string stored = $"{{\"epoch\":{node.Epoch},\"seq\":{entropy.Next(node.NextSample + 1)}}}";
            run.Send(baseName + "stored", Encoding.UTF8.GetBytes(stored), true);
            return;
        }

        (string name, byte[] payload) = _draw.Sound(node, unixSeconds);
        HasMeddled |= name is "reboot" or "sample-now" or "set-interval";
        run.Send($"{baseName}cmd/{name}", payload, false);
    }

    /// <summary>Sends a node that has power whatever comes to mind.</summary>
    /// <returns>Whether it is on its way.</returns>
    public bool Storm(WorldRun run, long unixSeconds)
    {
        (string name, byte[] payload) = _draw.Wild(run.Node, unixSeconds);
        return run.Send($"{baseName}cmd/{name}", payload, entropy.Chance(0.1));
    }
}
