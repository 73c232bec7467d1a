using System.Text;
using UlmEdge.Core;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>Whoever receives the telemetry of a world: now and then it asks a node for something, or for nonsense.</summary>
/// <param name="baseName">The node's topics begin with it.</param>
/// <param name="entropy">Decides what is asked.</param>
internal sealed class Backend(string baseName, SeededEntropy entropy)
{
    private const int GapMsMax = 12 * 3_600_000;
    private const int RangeMax = 500;

    private int _asked;

    /// <summary>Until it asks for the next time.</summary>
    public long NextGapMs => entropy.Next(GapMsMax);

    /// <summary>Asks a node that has power.</summary>
    public void Ask(WorldRun run)
    {
        Node node = run.Node;
        string id = $"{{\"id\":\"b-{_asked++}\"";
        int first = entropy.Next(node.NextSample + 1);
        switch (entropy.Next(4))
        {
            case 0:
                Send(run, "stored", $"{{\"epoch\":{node.Epoch},\"seq\":{first}}}", true);
                break;
            case 1:
                Send(run, "cmd/report", id + "}", false);
                break;
            case 2:
                Send(run, "cmd/resend", id + "\"epoch\":]", entropy.Chance(0.5));
                break;
            default:
                int end = first + 1 + entropy.Next(RangeMax);
                Send(run, "cmd/resend", $"{id},\"epoch\":{node.Epoch},\"first\":{first},\"end\":{end}}}", false);
                break;
        }
    }

    private void Send(WorldRun run, string topic, string text, bool isRetained) =>
        run.Send(baseName + topic, Encoding.UTF8.GetBytes(text), isRetained);
}
