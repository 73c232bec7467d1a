namespace UlmEdge.Core.Boots
{
    /// <summary>Counts starts that fail, and says when a restart of the board may help.</summary>
    public sealed class FailedStarts
    {
        private readonly BootKeeper _boots;
        private int _count;

        /// <summary>None failed yet.</summary>
        public FailedStarts(BootKeeper boots)
        {
            _boots = boots;
        }

        /// <summary>Another one has failed.</summary>
        /// <returns>True if the board is to be restarted now; the next boot will know why. Else the start is tried again.</returns>
        public bool Add(long uptimeMs)
        {
            _count++;
            return _count % Limits.StartsMax == 0
                && _boots.MayRestart(RestartReason.StartFailed, uptimeMs, 0)
                && _boots.TryNoteRestart(RestartReason.StartFailed);
        }
    }
}
