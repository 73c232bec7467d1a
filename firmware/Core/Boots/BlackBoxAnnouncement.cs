using UlmEdge.Core.Publishing;

namespace UlmEdge.Core.Boots
{
    /// <summary>Publishes the black box: first of all after a boot that others did not end well, and when it is asked for.</summary>
    public sealed class BlackBoxAnnouncement : Announcement
    {
        private readonly BlackBox _box;

        /// <summary>The announcement of a box.</summary>
        /// <param name="box">The box.</param>
        /// <param name="boots">Knows how the boots before ended.</param>
        /// <param name="topics">Where it goes.</param>
        public BlackBoxAnnouncement(BlackBox box, BootKeeper boots, Topics topics)
        {
            _box = box;
            Topic = topics.BaseName + "black-box";
            IsDue = box.IsSaved || boots.BadBoots > 0 || boots.Cause != RestartReason.None;
        }

        /// <inheritdoc/>
        public override string Topic { get; }

        /// <inheritdoc/>
        public override bool IsRetained => false;

        /// <inheritdoc/>
        public override void Write(TextBuffer text, long uptimeMs)
        {
            _box.Write(text);
        }

        /// <summary>What was not acknowledged is due still: nothing is to be done.</summary>
        public override void Connected(long uptimeMs)
        {
        }

        /// <inheritdoc/>
        public override void Acknowledged(long uptimeMs)
        {
            IsDue = false;
            _box.Acknowledged();
        }
    }
}
