using UlmEdge.Core.Journal;

namespace UlmEdge.Core.Publishing
{
    /// <summary>When the next attempt may start: exponential with full jitter, plus the node's slot.</summary>
    /// <remarks>
    /// Full jitter spreads a district that lost its broker together over the whole window (AWS Architecture Blog,
    /// "Exponential Backoff And Jitter", 2015); the slot spreads those whose chance is alike, e.g. right after power-on.
    /// Invariant: 0 ≤ delay &lt; <see cref="Limits.BackoffMsMax"/> + <see cref="Limits.SlotWindowMs"/>.
    /// </remarks>
    public static class Backoff
    {
        /// <summary>The window from which the delay of the n-th failure in a row (from 0) is drawn.</summary>
        public static int WindowMs(int failures)
        {
            int windowMs = Limits.BackoffMsMin;
            for (int i = 0; i < failures && windowMs < Limits.BackoffMsMax; i++)
            {
                windowMs *= 2;
            }

            return windowMs < Limits.BackoffMsMax ? windowMs : Limits.BackoffMsMax;
        }

        /// <summary>A node's place in the slot window, the same at every start.</summary>
        public static int SlotMs(string nodeId)
        {
            return (int)(long)(Fnv1a.Hash(nodeId) % Limits.SlotWindowMs);
        }
    }
}
