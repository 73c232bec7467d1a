using UlmEdge.Core.Boots;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Reporting;
using UlmEdge.Ports;

namespace UlmEdge.Core.Configuration
{
    /// <summary>Takes configurations from afar, sees to their trial, and reports what came of it on <c>config/reported</c>.</summary>
    /// <remarks>
    /// A configuration takes effect with a restart, and has to prove itself within <see cref="Limits.TrialMs"/>: connected, and a
    /// batch acknowledged. Else the node returns by itself to the last good one. Whoever asks is not trusted.
    /// </remarks>
    public sealed class ConfigurationDesk : Announcement
    {
        private readonly ConfigurationStore _store;
        private readonly Restarts _restarts;
        private readonly NodeCounters _counters;
        private readonly IEventLog _log;
        private readonly uint _hash;
        private readonly int _boot;
        private readonly bool _beganOnTrial;
        private byte[] _waiting;
        private string _refusedId;
        private string _refusal;
        private long _retryMs;
        private int _leaving;
        private bool _isNews;

        /// <summary>The desk of a node.</summary>
        /// <param name="store">Decides what holds, or null where nothing can be asked for from afar.</param>
        /// <param name="configuration">What holds in this boot.</param>
        /// <param name="topics">The node's topics.</param>
        /// <param name="restarts">Takes the wish to restart.</param>
        /// <param name="counters">Tell whether the configuration has proved itself.</param>
        /// <param name="log">Is told of trials.</param>
        /// <param name="boot">Number of this boot.</param>
        public ConfigurationDesk(
            ConfigurationStore store,
            NodeConfiguration configuration,
            Topics topics,
            Restarts restarts,
            NodeCounters counters,
            IEventLog log,
            int boot)
        {
            _store = store;
            _restarts = restarts;
            _counters = counters;
            _log = log;
            _boot = boot;
            _hash = ConfigurationHash.Of(configuration);
            _beganOnTrial = store != null && store.IsOnTrial;
            DesiredTopic = topics.BaseName + "config/desired";
            Topic = topics.BaseName + "config/reported";
        }

        /// <summary>Where configurations come from.</summary>
        public string DesiredTopic { get; }

        /// <summary>Eight hexadecimal digits that tell this configuration from another.</summary>
        public string Hash => ConfigurationHash.Text(_hash);

        /// <inheritdoc/>
        public override string Topic { get; }

        /// <inheritdoc/>
        public override bool IsRetained => true;

        /// <summary>Takes a message. An empty one is the end of a retained one, and changes nothing.</summary>
        public void Take(BrokerMessage message)
        {
            if (_store != null && message.Payload != null && message.Payload.Length > 0)
            {
                _waiting = message.Payload;
            }
        }

        /// <summary>Does what is due: looks at what came, and decides about a trial.</summary>
        /// <returns>Uptime at which there is more to do.</returns>
        public long Work(long uptimeMs)
        {
            if (_store == null || uptimeMs < _retryMs)
            {
                return _store == null ? long.MaxValue : _retryMs;
            }

            if (_leaving != RestartReason.None)
            {
                _restarts.Ask(_leaving); // Again: a wish ends when the flash refuses for too long.
                _retryMs = uptimeMs + Limits.RestartRefusedMs;
                return _retryMs;
            }

            if (_store.IsOnTrial)
            {
                return Judge(uptimeMs);
            }

            if (_waiting == null)
            {
                return long.MaxValue;
            }

            long dueMs = _beganOnTrial ? Limits.TrialGapMs : 0; // Not one trial after the other.
            if (uptimeMs >= dueMs)
            {
                byte[] text = _waiting;
                _waiting = null;
                Look(text, uptimeMs);
                return long.MaxValue;
            }

            return dueMs;
        }

        /// <inheritdoc/>
        public override void Connected(long uptimeMs)
        {
            IsDue = _store != null;
        }

        /// <inheritdoc/>
        public override void Write(TextBuffer text, long uptimeMs)
        {
            _isNews = false;
            text.Append("{\"state\":\"");
            text.Append(StateWord());
            text.Append((byte)'"');
            string id = _refusal != null ? _refusedId : _store.Id;
            if (id != null)
            {
                JsonText.AppendField(text, "id", id);
            }

            if (_refusal != null || _store.Why != 0)
            {
                JsonText.AppendField(text, "why", _refusal ?? ReturnReason.Words(_store.Why));
            }

            JsonText.AppendField(text, "config", Hash);
            JsonText.AppendField(text, "boot", _boot);
            text.Append((byte)'}');
        }

        /// <summary>What has changed since the message was written is due still.</summary>
        public override void Acknowledged(long uptimeMs)
        {
            IsDue = _isNews;
        }

        private string StateWord()
        {
            return _refusal != null ? "refused"
                : _store.IsOnTrial || _leaving != RestartReason.None ? "trial"
                : _store.Why != 0 ? "returned"
                : _store.HasGood ? "good" : "provisioned";
        }

        private void Look(byte[] text, long uptimeMs)
        {
            IsDue = _isNews = true;
            _refusal = null;
            if (_store.IsLatest(text))
            {
                return; // It holds, or has failed already.
            }

            _refusal = _store.Validate(text, out NodeConfiguration configuration, out string id);
            _refusedId = id;
            if (_refusal != null)
            {
                _log.Record(NodeEvent.ConfigurationRefused, 0);
                return;
            }

            bool isChange = ConfigurationHash.Of(configuration) != _hash;
            if (isChange && !_restarts.Grants(RestartReason.ConfigurationTrial))
            {
                _refusal = "the node has restarted itself too often today; this is tried later";
                _waiting = _waiting ?? text;
                _retryMs = uptimeMs + Limits.RestartRefusedMs;
                return;
            }

            if (!(isChange ? _store.TryBegin(text) : _store.TryTake(text, id)))
            {
                _waiting = _waiting ?? text; // The flash refuses: later.
                _retryMs = uptimeMs + Limits.RefusedRetryMs;
                return;
            }

            if (isChange)
            {
                _leaving = RestartReason.ConfigurationTrial;
                _log.Record(NodeEvent.ConfigurationTried, 0);
                _restarts.Ask(_leaving);
            }
        }

        private long Judge(long uptimeMs)
        {
            if (_counters.BatchesAcknowledged > 0)
            {
                if (_store.TryAccept())
                {
                    IsDue = _isNews = true;
                    _log.Record(NodeEvent.ConfigurationAccepted, 0);
                    return uptimeMs;
                }

                _retryMs = uptimeMs + Limits.RefusedRetryMs;
                return _retryMs;
            }

            if (uptimeMs < Limits.TrialMs)
            {
                return uptimeMs + Limits.PollMs;
            }

            int why = _counters.Connections > 0 ? ReturnReason.NothingAcknowledged : ReturnReason.NotConnected;
            _store.TryReturn(why); // If the flash refuses, the boots that were counted have the same end.
            _log.Record(NodeEvent.ConfigurationReturned, why);
            _leaving = RestartReason.ConfigurationReturn;
            _restarts.Ask(_leaving);
            return long.MaxValue;
        }
    }
}
