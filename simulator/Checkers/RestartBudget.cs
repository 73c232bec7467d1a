using UlmEdge.Core;
using UlmEdge.Core.Boots;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Checkers;

/// <summary>
/// A node restarts itself a few times a day, whoever asks however often. Days end at midnight UTC: in 24 hours there are parts of two.
/// </summary>
public sealed class RestartBudget(NodeWitness witness)
{
    private const long DayMs = 86_400_000;
    private const int RestartsMax = 2 * Limits.OwnRestartsPerDay;

    private readonly Queue<long> _latest = new();

    /// <summary>A node restarts itself.</summary>
    /// <param name="reason">Why: the way back to what has worked is always free.</param>
    /// <param name="isMisled">Whether its clock may have been wrong: then its days are not those of the world.</param>
    public void Restarts(int reason, bool isMisled)
    {
        if (isMisled)
        {
            _latest.Clear();
            return;
        }

        while (_latest.TryPeek(out long first) && witness.WorldMs - first >= DayMs)
        {
            _latest.Dequeue();
        }

        if (!RestartReason.IsWayBack(reason))
        {
            _latest.Enqueue(witness.WorldMs);
        }

        if (_latest.Count > RestartsMax)
        {
            witness.Break(Promise.Bounds, $"the node restarted itself {_latest.Count} times in 24 hours, at most {RestartsMax} it may");
        }
    }
}
