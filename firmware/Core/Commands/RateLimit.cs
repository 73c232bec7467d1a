namespace UlmEdge.Core.Commands
{
    /// <summary>Lets a few commands through at once, and then one now and then (token bucket).</summary>
    public sealed class RateLimit
    {
        private int _tokens = Limits.CommandsAtOnce;
        private long _refillMs;

        /// <summary>Whether another command may be done now; if so, it counts.</summary>
        public bool TryTake(long uptimeMs)
        {
            if (_tokens == Limits.CommandsAtOnce)
            {
                _refillMs = uptimeMs + Limits.CommandRefillMs;
            }

            while (_tokens < Limits.CommandsAtOnce && uptimeMs >= _refillMs)
            {
                _tokens++;
                _refillMs += Limits.CommandRefillMs;
            }

            if (_tokens == 0)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
