using UlmEdge.Core.Boots;
using UlmEdge.Core.Commands;
using UlmEdge.Core.Publishing;

namespace UlmEdge.Core.Reporting
{
    /// <summary>Publishes how the node fares: after a connection was opened, and then now and then.</summary>
    public sealed class HealthAnnouncement : Announcement
    {
        private readonly HealthReport _report;
        private readonly HealthSurvey _survey;
        private readonly CommandDesk _desk;
        private readonly long _intervalMs;
        private long _nextMs;
        private long _nextConnectedMs;

        /// <summary>The announcement of a survey.</summary>
        /// <param name="survey">The facts.</param>
        /// <param name="desk">Knows what the backend has.</param>
        /// <param name="topics">Where it goes.</param>
        /// <param name="intervalSeconds">Seconds from one to the next.</param>
        public HealthAnnouncement(HealthSurvey survey, CommandDesk desk, Topics topics, int intervalSeconds)
        {
            _survey = survey;
            _desk = desk;
            _report = new HealthReport(topics.BaseName);
            _intervalMs = intervalSeconds * 1000L;
            Topic = topics.BaseName + "health";
        }

        /// <inheritdoc/>
        public override string Topic { get; }

        /// <inheritdoc/>
        public override bool IsRetained => false;

        /// <inheritdoc/>
        public override int SilentFrom => Shedding.Least;

        /// <inheritdoc/>
        public override int HourlyFrom => Shedding.Lean;

        /// <inheritdoc/>
        public override void Write(TextBuffer text, long uptimeMs)
        {
            HealthFacts facts = _survey.Take(uptimeMs);
            facts.StoredUpTo = _desk.StoredEpoch == facts.Epoch ? _desk.StoredUpTo : 0;
            _report.Write(facts, text);
        }

        /// <summary>A network that comes and goes is no reason to say the same again and again.</summary>
        public override void Connected(long uptimeMs)
        {
            IsDue |= uptimeMs >= _nextConnectedMs;
        }

        /// <inheritdoc/>
        public override void Tick(long uptimeMs)
        {
            IsDue |= uptimeMs >= _nextMs;
        }

        /// <inheritdoc/>
        public override void Acknowledged(long uptimeMs)
        {
            IsDue = false;
            _nextMs = uptimeMs + _intervalMs;
            _nextConnectedMs = uptimeMs + Limits.HealthGapMs;
            _survey.AcknowledgeTimes.Restart();
        }
    }
}
