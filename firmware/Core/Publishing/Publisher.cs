using UlmEdge.Core.Configuration;
using UlmEdge.Core.Time;
using UlmEdge.Ports;

namespace UlmEdge.Core.Publishing
{
    /// <summary>Brings the batches of the outbox to the broker, oldest first, one under way at a time.</summary>
    /// <remarks>
    /// <code>
    ///   WaitingForLink ──link up──► BackingOff ──time──► Connecting ──opened──► Idle ──batch──► AwaitingAcknowledgement
    ///         ▲                        ▲   ▲                 │                   ▲  │ ▲                    │
    ///         └──────link down─────────┘   └─failed, refused─┘     clock unknown │  │ └────acknowledged────┤
    ///                                  ▲                            WaitingForClock │                      │
    ///                                  └──────────────────────closed────────────────┴──not acknowledged────┘
    /// </code>
    /// Invariant: a batch leaves the outbox only when its PUBACK has arrived.
    /// </remarks>
    public sealed class Publisher
    {
        private readonly IOutbox _outbox;
        private readonly IBrokerLink _broker;
        private readonly INetworkLink _link;
        private readonly IEntropy _entropy;
        private readonly IEventLog _log;
        private readonly BootClock _clock;
        private readonly NodeCounters _counters;
        private readonly BrokerSession _session;
        private readonly Topics _topics;
        private readonly OutboxReader _reader;
        private readonly SenmlJson _senml;
        private readonly int _slotMs;
        private readonly int _boot;
        private int _failures;
        private int _messageId;
        private int _publishedUpTo;
        private long _deadlineMs;

        /// <summary>A publisher that has not begun.</summary>
        public Publisher(
            NodeConfiguration configuration, NodePorts ports, IOutbox outbox, BootClock clock, NodeCounters counters, int boot)
        {
            _outbox = outbox;
            _broker = ports.Broker;
            _link = ports.Link;
            _entropy = ports.Entropy;
            _log = ports.Log;
            _clock = clock;
            _counters = counters;
            _boot = boot;
            _topics = new Topics(configuration.Root, configuration.NodeId);
            _reader = new OutboxReader(outbox, clock, counters, ports.Log);
            _senml = new SenmlJson(_topics.BaseName);
            _slotMs = Backoff.SlotMs(configuration.NodeId);
            _deadlineMs = _slotMs;
            _session = SessionOf(configuration, _topics);
            State = configuration.BrokerHost == null ? PublisherState.NoBroker : PublisherState.WaitingForLink;
        }

        /// <summary>What the publisher is waiting for.</summary>
        public PublisherState State { get; private set; }

        /// <summary>Moves the publisher on.</summary>
        /// <returns>Uptime at which it wants to be called again.</returns>
        public long Tick(long uptimeMs)
        {
            while (_broker.TryTakeEvent(out BrokerEvent brokerEvent))
            {
                Take(brokerEvent, uptimeMs);
            }

            switch (State)
            {
                case PublisherState.NoBroker:
                    return long.MaxValue;
                case PublisherState.WaitingForLink:
                    return AwaitLink(uptimeMs);
                case PublisherState.BackingOff:
                    return AwaitAttempt(uptimeMs);
                case PublisherState.WaitingForClock:
                case PublisherState.Idle:
                    return PublishNext(uptimeMs);
                default:
                    return AwaitAnswer(uptimeMs);
            }
        }

        private static BrokerSession SessionOf(NodeConfiguration configuration, Topics topics)
        {
            return new BrokerSession
            {
                Host = configuration.BrokerHost,
                Port = configuration.BrokerPort,
                ClientId = configuration.NodeId,
                User = configuration.BrokerUser,
                Password = configuration.BrokerPassword,
                WillTopic = topics.Status,
                KeepAliveSeconds = Limits.KeepAliveSeconds,
            };
        }

        private void Take(BrokerEvent brokerEvent, long uptimeMs)
        {
            switch (brokerEvent.Kind)
            {
                case BrokerEventKind.Opened:
                    Greet(uptimeMs);
                    break;
                case BrokerEventKind.Refused:
                    _log.Record(NodeEvent.BrokerRefused, brokerEvent.Detail);
                    Retreat(uptimeMs, Limits.RefusedMs);
                    break;
                case BrokerEventKind.Acknowledged:
                    TakeAcknowledgement(brokerEvent.Detail);
                    break;
                case BrokerEventKind.NotAcknowledged:
                    if (State == PublisherState.AwaitingAcknowledgement && brokerEvent.Detail == _messageId)
                    {
                        Retreat(uptimeMs);
                    }

                    break;
                default:
                    Retreat(uptimeMs);
                    break;
            }
        }

        private long AwaitLink(long uptimeMs)
        {
            if (_link.IsUp)
            {
                _log.Record(NodeEvent.LinkUp, 0);
                State = PublisherState.BackingOff;
                return AwaitAttempt(uptimeMs);
            }

            _link.Join();
            return uptimeMs + Limits.PollMs;
        }

        private long AwaitAttempt(long uptimeMs)
        {
            if (uptimeMs < _deadlineMs)
            {
                return _deadlineMs;
            }

            if (!_link.IsUp)
            {
                _log.Record(NodeEvent.LinkDown, 0);
                State = PublisherState.WaitingForLink;
                return AwaitLink(uptimeMs);
            }

            State = PublisherState.Connecting;
            _deadlineMs = uptimeMs + Limits.ConnectTimeoutMs;
            _session.WillMessage = _topics.StatusText("offline", _boot, _counters.Connections + 1);
            _broker.Open(_session);
            return uptimeMs + Limits.PollMs;
        }

        // The birth message replaces the retained last will of an earlier connection; it carries the same numbers.
        private void Greet(long uptimeMs)
        {
            if (State != PublisherState.Connecting)
            {
                return;
            }

            _counters.Connections++;
            _log.Record(NodeEvent.BrokerConnected, _counters.Connections);
            State = PublisherState.Idle;
            TextBuffer birth = new TextBuffer(Limits.JsonIdentityBytesMax);
            birth.Append(_topics.StatusText("online", _boot, _counters.Connections));
            if (_broker.Publish(_topics.Status, birth.ToArray(), true) == 0)
            {
                Retreat(uptimeMs);
            }
        }

        private long PublishNext(long uptimeMs)
        {
            if (!_clock.IsSet)
            {
                State = PublisherState.WaitingForClock;
                return uptimeMs + Limits.PollMs;
            }

            State = PublisherState.Idle;
            if (!_reader.TryRead())
            {
                // The connection may end meanwhile: look for its events about once a second.
                return uptimeMs + (10 * Limits.PollMs);
            }

            _messageId = _broker.Publish(_topics.DataJson, _senml.Write(_reader.Batch).ToArray(), false);
            if (_messageId == 0)
            {
                Retreat(uptimeMs);
                return _deadlineMs;
            }

            CountPublished();
            State = PublisherState.AwaitingAcknowledgement;
            _deadlineMs = uptimeMs + Limits.AcknowledgeTimeoutMs;
            return uptimeMs + Limits.PollMs;
        }

        private void CountPublished()
        {
            _log.Record(NodeEvent.BatchSent, _reader.Batch.FirstSample);
            _counters.BatchesPublished++;
            if (_reader.Batch.FirstSample >= _publishedUpTo)
            {
                _publishedUpTo = _reader.Batch.FirstSample + _reader.Batch.SampleCount;
                _counters.SamplesPublished += _reader.Batch.SampleCount;
            }
        }

        private void TakeAcknowledgement(int messageId)
        {
            if (State != PublisherState.AwaitingAcknowledgement || messageId != _messageId)
            {
                return; // The birth message's, or a late one.
            }

            _failures = 0;
            _counters.BatchesAcknowledged++;

            // 0 if the batch gave way meanwhile: it was counted as evicted then, and that stands.
            _counters.SamplesAcknowledged += _outbox.Remove(_reader.Batch.FirstSample);
            _log.Record(NodeEvent.BatchAcknowledged, _reader.Batch.FirstSample);
            State = PublisherState.Idle;
        }

        private long AwaitAnswer(long uptimeMs)
        {
            if (uptimeMs < _deadlineMs)
            {
                return uptimeMs + Limits.PollMs;
            }

            Retreat(uptimeMs);
            return _deadlineMs;
        }

        private void Retreat(long uptimeMs)
        {
            int delayMs = _entropy.Next(Backoff.WindowMs(_failures)) + _slotMs;
            _failures++;
            _log.Record(NodeEvent.BrokerUnreachable, delayMs);
            Retreat(uptimeMs, delayMs);
        }

        private void Retreat(long uptimeMs, int delayMs)
        {
            _broker.Close();
            State = PublisherState.BackingOff;
            _deadlineMs = uptimeMs + delayMs;
        }
    }
}
