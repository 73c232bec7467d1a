using UlmEdge.Core.Batches;
using UlmEdge.Core.Boots;
using UlmEdge.Core.Publishing;
using UlmEdge.Ports;

namespace UlmEdge.Core.Configuration
{
    /// <summary>Takes configurations from afar, has them tried, and says what became of them: <c>config/reported</c>.</summary>
    /// <remarks>
    /// What was sent is checked as a whole: one complaint, and nothing of it is used. Else the next boot tries it; it has proved
    /// itself once a batch was acknowledged under it. What did not is not tried again until something else is sent.
    /// </remarks>
    public sealed class ConfigurationDesk : Announcement
    {
        private readonly ConfigurationStore _store;
        private readonly Restarts _restarts;
        private readonly NodeCounters _counters;
        private readonly string _hash;
        private readonly int _boot;
        private byte[] _waiting;
        private uint _refused;
        private string _refusedId;
        private string _refusal;
        private long _earliestMs;
        private long _retryMs;
        private int _reason;

        /// <summary>The desk of a node.</summary>
        public ConfigurationDesk(Topics topics, ConfigurationStore store, Restarts restarts, NodeCounters counters, int boot)
        {
            _store = store;
            _restarts = restarts;
            _counters = counters;
            _boot = boot;
            _hash = ConfigurationHash.Of(store.Configuration);
            _earliestMs = store.Kind == ConfigurationKind.Provisioned ? 0 : Limits.ConfigurationTrialGapMs;
            Filter = topics.BaseName + "config/desired";
            Topic = topics.BaseName + "config/reported";
        }

        /// <summary>What to subscribe to.</summary>
        public string Filter { get; }

        /// <inheritdoc/>
        public override string Topic { get; }

        /// <inheritdoc/>
        public override bool IsRetained => true;

        /// <summary>Takes a message.</summary>
        public void Take(BrokerMessage message)
        {
            byte[] text = message.Payload;
            if (text != null && text.Length == 0)
            {
                return; // What was kept at the broker was taken back: that changes nothing.
            }

            if (text == null || text.Length > Limits.DesiredBytesMax)
            {
                Refuse(0, null, "it has more than " + Limits.DesiredBytesMax.ToString() + " bytes");
                return;
            }

            uint checksum = Crc32.Compute(text, 0, text.Length);
            bool isKnown = _store.Kind != ConfigurationKind.Provisioned && checksum == _store.Checksum;
            if (isKnown || (_refusal != null && checksum == _refused))
            {
                _waiting = isKnown ? null : _waiting;
                _refusal = isKnown ? null : _refusal;
                IsDue = true;
                return;
            }

            Complaints complaints = new Complaints();
            ConfigurationReader.ReadDesired(text, text.Length, _store.Provisioned, complaints, out string id);
            if (complaints.Count > 0)
            {
                Refuse(checksum, id, complaints.SentenceAt(0));
                return;
            }

            _refusal = null;
            _waiting = text;
        }

        /// <summary>Watches over the trial, and begins one.</summary>
        public void Watch(long uptimeMs)
        {
            if (_store.Kind == ConfigurationKind.Trial)
            {
                WatchTrial(uptimeMs);
            }
            else if (_waiting != null && uptimeMs >= _earliestMs && _store.TryBeginTrial(_waiting))
            {
                _waiting = null; // From here on any next boot tries it, also one that nobody planned.
                _reason = RestartReason.ConfigurationTrial;
            }
            else if (_waiting != null && uptimeMs >= _earliestMs)
            {
                _earliestMs = uptimeMs + Limits.RefusedRetryMs;
            }

            if (_reason != RestartReason.None && !_restarts.IsPending && uptimeMs >= _retryMs)
            {
                _retryMs = uptimeMs + Limits.RestartRefusedMs;
                _restarts.Ask(_reason);
            }
        }

        /// <inheritdoc/>
        public override void Write(TextBuffer text, long uptimeMs)
        {
            string id = _refusal != null ? _refusedId : _store.Id;
            text.Append("{");
            if (id != null)
            {
                text.Append("\"id\":\"");
                text.Append(id);
                text.Append("\",");
            }

            text.Append("\"state\":\"");
            text.Append(_refusal != null ? "refused" : StateName());
            text.Append("\",\"why\":\"");
            AppendPlain(text, _refusal ?? _store.Why);
            text.Append("\",\"config\":\"");
            text.Append(_hash);
            text.Append("\",\"boot\":");
            text.AppendInteger(_boot);
            text.Append("}");
        }

        /// <inheritdoc/>
        public override void Connected(long uptimeMs)
        {
            IsDue = true;
        }

        // Nothing that was sent breaks the report, nor makes it long.
        private static void AppendPlain(TextBuffer text, string words)
        {
            for (int i = 0; i < words.Length && i < Limits.ConfigurationWhyMax; i++)
            {
                char c = words[i];
                text.Append((byte)(c < ' ' || c > '~' || c == '"' || c == '\\' ? '\'' : c));
            }
        }

        private string StateName()
        {
            switch (_store.Kind)
            {
                case ConfigurationKind.Trial: return "trial";
                case ConfigurationKind.Good: return "good";
                case ConfigurationKind.Returned: return "returned";
                default: return "provisioned";
            }
        }

        private void WatchTrial(long uptimeMs)
        {
            if (_counters.BatchesAcknowledged > 0)
            {
                if (uptimeMs >= _retryMs)
                {
                    _retryMs = uptimeMs + Limits.RefusedRetryMs;
                    IsDue |= _store.TryAccept();
                }
            }
            else if (uptimeMs >= Limits.ConfigurationTrialMs)
            {
                _reason = RestartReason.ConfigurationReturn;
                _retryMs = 0;
                _store.GiveBack(_counters.Connections == 0
                    ? "no broker took a connection within five minutes"
                    : "no batch was acknowledged within five minutes");
            }
        }

        private void Refuse(uint checksum, string id, string why)
        {
            _refused = checksum;
            _refusedId = id;
            _refusal = why;
            _waiting = null;
            IsDue = true;
        }
    }
}
