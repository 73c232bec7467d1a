namespace UlmEdge.Core.Boots
{
    /// <summary>Restarts that the node itself wants: asked for anywhere, done by the loop when what must be sent before is sent.</summary>
    public sealed class Restarts
    {
        private long _askedMs = -1;

        /// <summary>Why, one of <see cref="RestartReason"/>.</summary>
        public int Reason { get; private set; }

        /// <summary>Asks for a restart; the first reason counts.</summary>
        public void Ask(int reason)
        {
            Reason = Reason == RestartReason.None ? reason : Reason;
        }

        /// <summary>Whether to restart now.</summary>
        /// <param name="uptimeMs">Now.</param>
        /// <param name="owesAnswers">Whether an answer is still to be sent; it is waited for, but not for long.</param>
        public bool IsDue(long uptimeMs, bool owesAnswers)
        {
            if (Reason == RestartReason.None)
            {
                return false;
            }

            _askedMs = _askedMs < 0 ? uptimeMs : _askedMs;
            return !owesAnswers || uptimeMs - _askedMs >= Limits.RestartGraceMs;
        }

        /// <summary>Whether to restart although memory holds samples that the flash refuses.</summary>
        /// <remarks>
        /// A wish can wait until the flash takes them, or the broker has them. On trial with a configuration that leads to no
        /// broker neither may ever be: to be reached again then counts for more.
        /// </remarks>
        public bool MayLeaveBehind(long uptimeMs)
        {
            return Reason == RestartReason.ConfigurationReturn && uptimeMs - _askedMs >= Limits.RestartPatienceMs;
        }
    }
}
