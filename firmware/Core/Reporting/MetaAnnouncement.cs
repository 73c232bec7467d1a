using UlmEdge.Core.Boots;
using UlmEdge.Core.Publishing;

namespace UlmEdge.Core.Reporting
{
    /// <summary>Publishes what the node is, with each connection: the broker may have forgotten.</summary>
    public sealed class MetaAnnouncement : Announcement
    {
        private readonly MetaReport _report;

        /// <summary>The announcement of a report.</summary>
        public MetaAnnouncement(MetaReport report, Topics topics)
        {
            _report = report;
            Topic = topics.BaseName + "meta";
        }

        /// <inheritdoc/>
        public override string Topic { get; }

        /// <inheritdoc/>
        public override bool IsRetained => true;

        /// <inheritdoc/>
        public override int SilentFrom => Shedding.Least;

        /// <inheritdoc/>
        public override int HourlyFrom => Shedding.Lean;

        /// <inheritdoc/>
        public override void Write(TextBuffer text, long uptimeMs)
        {
            _report.Write(text);
        }

        /// <inheritdoc/>
        public override void Connected(long uptimeMs)
        {
            IsDue = true;
        }
    }
}
