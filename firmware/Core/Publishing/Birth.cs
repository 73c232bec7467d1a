namespace UlmEdge.Core.Publishing
{
    /// <summary>Says that the node is there, and replaces the retained last will of an earlier connection.</summary>
    public sealed class Birth : Announcement
    {
        private readonly Topics _topics;
        private readonly NodeCounters _counters;
        private readonly int _boot;

        /// <summary>The birth message of a boot.</summary>
        public Birth(Topics topics, NodeCounters counters, int boot)
        {
            _topics = topics;
            _counters = counters;
            _boot = boot;
        }

        /// <inheritdoc/>
        public override string Topic => _topics.Status;

        /// <inheritdoc/>
        public override bool IsRetained => true;

        /// <summary>It carries the same numbers as the will: a will with other ones is late, and means nothing.</summary>
        public override void Write(TextBuffer text, long uptimeMs)
        {
            text.Append(_topics.StatusText("online", _boot, _counters.Connections));
        }

        /// <inheritdoc/>
        public override void Connected(long uptimeMs)
        {
            IsDue = true;
        }
    }
}
