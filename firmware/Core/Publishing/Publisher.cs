using UlmEdge.Core.Batches;
using UlmEdge.Core.Boots;
using UlmEdge.Core.Commands;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Journal;
using UlmEdge.Core.Time;
using UlmEdge.Ports;

namespace UlmEdge.Core.Publishing
{
    /// <summary>Brings the batches of the outbox to the broker, a few under way at a time.</summary>
    /// <remarks>
    /// <code>
    ///   WaitingForLink ──link up──► BackingOff ──time──► Connecting ──opened──► Idle ──batches──► AwaitingAcknowledgement
    ///         ▲                        ▲   ▲                 │                   ▲  │ ▲                      │
    ///         └──────link down─────────┘   └─failed, refused─┘     clock unknown │  │ └───all acknowledged───┤
    ///                                  ▲                            WaitingForClock │                        │
    ///                                  └──────────────────────closed────────────────┴───not acknowledged─────┘
    /// </code>
    /// Invariant: a batch leaves the outbox only when its PUBACK has arrived.
    /// </remarks>
    public sealed class Publisher
    {
        private readonly Outbox _outbox;
        private readonly Backlog _backlog;
        private readonly SendWindow _window;
        private readonly IBrokerLink _broker;
        private readonly INetworkLink _link;
        private readonly IEntropy _entropy;
        private readonly IEventLog _log;
        private readonly NodeCounters _counters;
        private readonly BrokerChoice _choice;
        private readonly BootClock _clock;
        private readonly Sessions _session;
        private readonly Subscription _subscription;
        private readonly Announcer _announcer;
        private readonly CommandDesk _desk;
        private readonly PackWriter _packs;
        private readonly PublishedSamples _published;
        private readonly int _slotMs;
        private readonly int _boot;
        private int _failures;
        private long _deadlineMs;

        /// <summary>A publisher that has not begun.</summary>
        /// <param name="configuration">What the node is told.</param>
        /// <param name="ports">The world.</param>
        /// <param name="choice">Chooses the broker.</param>
        /// <param name="clock">The time, for certificates.</param>
        /// <param name="outbox">What is to be sent.</param>
        /// <param name="backlog">Chooses what is sent next.</param>
        /// <param name="desk">Takes what comes for the node.</param>
        /// <param name="announcements">What is published beside the batches.</param>
        /// <param name="counters">Counts.</param>
        /// <param name="boot">Number of this boot.</param>
        public Publisher(
            NodeConfiguration configuration,
            NodePorts ports,
            BrokerChoice choice,
            BootClock clock,
            Outbox outbox,
            Backlog backlog,
            CommandDesk desk,
            Announcement[] announcements,
            NodeCounters counters,
            int boot)
        {
            _outbox = outbox;
            _backlog = backlog;
            _window = new SendWindow(configuration.Window);
            _published = new PublishedSamples(outbox.Epoch, outbox.NextSample);
            _broker = ports.Broker;
            _link = ports.Link;
            _entropy = ports.Entropy;
            _log = ports.Log;
            _counters = counters;
            _boot = boot;
            Topics topics = new Topics(configuration.Root, configuration.NodeId);
            _desk = desk;
            _packs = new PackWriter(configuration.Payload, topics);
            _announcer = new Announcer(_broker, announcements, _packs.Memory);
            _subscription = new Subscription(_broker, desk.Filters);
            _choice = choice;
            _clock = clock;
            _slotMs = Backoff.SlotMs(configuration.NodeId);
            _deadlineMs = _slotMs;
            _session = new Sessions(configuration, topics);
            State = _choice.HasBroker ? PublisherState.WaitingForLink : PublisherState.NoBroker;
        }

        /// <summary>What the publisher is waiting for.</summary>
        public PublisherState State { get; private set; }

        /// <summary>Whether a broker has accepted the connection that there is.</summary>
        public bool IsConnected => State >= PublisherState.WaitingForClock;

        /// <summary>What the last attempt at a connection ended with, or None while that was a connection.</summary>
        public BrokerEventKind LastFailure { get; private set; }

        /// <summary>How short memory is: one of <see cref="Shedding"/>.</summary>
        public int Shortage
        {
            set
            {
                _announcer.Shortage = value;
                _window.IsNarrow = value != Shedding.Nothing;
            }
        }

        /// <summary>Moves the publisher on.</summary>
        /// <returns>Uptime at which it wants to be called again.</returns>
        public long Tick(long uptimeMs)
        {
            int taken = 0;
            while (taken < Limits.BrokerEventsPerTick && _broker.TryTakeEvent(out BrokerEvent brokerEvent))
            {
                Take(brokerEvent, uptimeMs);
                taken++;
            }

            // Whoever sends without end must not keep the node from measuring; what is left is taken soon.
            long wakeMs = MoveOn(uptimeMs);
            return taken == Limits.BrokerEventsPerTick && wakeMs > uptimeMs + Limits.PollMs ? uptimeMs + Limits.PollMs : wakeMs;
        }

        private long MoveOn(long uptimeMs)
        {
            switch (State)
            {
                case PublisherState.NoBroker:
                    return long.MaxValue;
                case PublisherState.WaitingForLink:
                    return AwaitLink(uptimeMs);
                case PublisherState.BackingOff:
                    return AwaitAttempt(uptimeMs);
                case PublisherState.Connecting:
                    return AwaitAnswer(uptimeMs);
                default:
                    return Publish(uptimeMs);
            }
        }

        private void Take(BrokerEvent brokerEvent, long uptimeMs)
        {
            BrokerEventKind kind = brokerEvent.Kind;
            bool isFailure = kind == BrokerEventKind.Refused || kind == BrokerEventKind.Failed || kind == BrokerEventKind.NoCertificate;
            LastFailure = isFailure ? kind : LastFailure;
            switch (kind)
            {
                case BrokerEventKind.Opened:
                    Greet(uptimeMs);
                    break;
                case BrokerEventKind.Refused:
                    _log.Record(NodeEvent.BrokerRefused, brokerEvent.Detail);
                    _choice.Failed(uptimeMs);
                    Retreat(uptimeMs, Limits.RefusedMs);
                    break;
                case BrokerEventKind.NoCertificate:
                    _log.Record(NodeEvent.CertificateMissing, 0);
                    Retreat(uptimeMs);
                    break;
                case BrokerEventKind.Received:
                    _counters.CommandsIgnored += brokerEvent.Detail;
                    _desk.Take(brokerEvent.Message, uptimeMs);
                    break;
                case BrokerEventKind.Acknowledged:
                    TakeAcknowledgement(brokerEvent.Detail, uptimeMs);
                    break;
                case BrokerEventKind.NotAcknowledged:
                    if (_announcer.Awaits(brokerEvent.Detail) || (brokerEvent.Detail != 0 && _window.Find(brokerEvent.Detail) != null))
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
                long slotAtMs = uptimeMs + _slotMs; // The network has come back for a whole district.
                _deadlineMs = _deadlineMs > slotAtMs ? _deadlineMs : slotAtMs;
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

            _session.Address(_choice, _boot, _counters.Connections + 1);
            if (_choice.Current.IsEncrypted)
            {
                _clock.AssumePast(uptimeMs); // Else a time server that is out of reach would keep the node from its broker.
            }

            _broker.Open(_session.Session);
            State = PublisherState.Connecting; // Not before: an attempt that finds no memory would be waited for like one under way.
            _deadlineMs = uptimeMs + Limits.ConnectTimeoutMs;
            return uptimeMs + Limits.PollMs;
        }

        private void Greet(long uptimeMs)
        {
            if (State != PublisherState.Connecting)
            {
                return;
            }

            LastFailure = BrokerEventKind.None;
            _choice.Opened();
            _counters.Connections++;
            _log.Record(NodeEvent.BrokerConnected, _counters.Connections);
            State = PublisherState.Idle;
            _backlog.Restart();
            _announcer.Connected(uptimeMs);
            if (!_announcer.Tick(uptimeMs))
            {
                Retreat(uptimeMs);
                return;
            }

            _subscription.Connected(uptimeMs);
        }

        private long Publish(long uptimeMs)
        {
            if (_window.IsOverdue(uptimeMs))
            {
                Retreat(uptimeMs);
                return _deadlineMs;
            }

            while (_window.HasRoom && TryPublishNext(uptimeMs))
            {
                // Until the window is full.
            }

            if (State == PublisherState.BackingOff)
            {
                return _deadlineMs;
            }

            // Behind the batches: for want of memory a long report may fail again and again, and must not keep them.
            if (!_announcer.Tick(uptimeMs))
            {
                Retreat(uptimeMs);
                return _deadlineMs;
            }

            _subscription.Tick(uptimeMs);
            if (_choice.IsReturnDue(uptimeMs) && _window.Count == 0)
            {
                _choice.Return(uptimeMs);
                Retreat(uptimeMs, 0);
                return _deadlineMs;
            }

            if (_window.Count > 0)
            {
                State = PublisherState.AwaitingAcknowledgement;
                return uptimeMs + Limits.PollMs;
            }

            bool hasWaiting = _outbox.WaitingSamples > 0;
            State = _backlog.NeedsTime ? PublisherState.WaitingForClock : PublisherState.Idle;
            if (hasWaiting)
            {
                _backlog.LookAgain();
            }

            // The connection may end meanwhile: look for its events about once a second.
            bool isBusy = (hasWaiting && !_backlog.NeedsTime) || _backlog.IsSendingAgain || _announcer.IsUnderWay;
            return uptimeMs + (isBusy ? Limits.PollMs : 10 * Limits.PollMs);
        }

        private bool TryPublishNext(long uptimeMs)
        {
            if (!_backlog.TryChoose(uptimeMs))
            {
                return false;
            }

            Batch batch = _backlog.Batch;
            if (_window.Holds(batch.Epoch, batch.FirstSample))
            {
                _backlog.MoveOn(uptimeMs);
                return true;
            }

            ByteBuffer pack = _packs.Write(batch);
            if (_window.Count > 0 && _window.Bytes + pack.Length > Limits.UnderWayBytesMax)
            {
                return false; // M2Mqtt holds every message twice.
            }

            int messageId = _broker.Publish(_packs.TopicOf(batch), pack.ToArray(), false);
            if (messageId == 0)
            {
                Retreat(uptimeMs);
                return false;
            }

            _counters.AcknowledgeTimes.Begin(messageId, uptimeMs);
            _window.Add(messageId, batch, pack.Length, uptimeMs + Limits.AcknowledgeTimeoutMs);
            CountPublished(batch);
            _backlog.MoveOn(uptimeMs);
            return true;
        }

        private void CountPublished(Batch batch)
        {
            _log.Record(NodeEvent.BatchSent, batch.FirstSample);
            _counters.BatchesPublished++;
            _counters.SamplesPublished += _published.Add(batch);
        }

        private void TakeAcknowledgement(int messageId, long uptimeMs)
        {
            if (_announcer.Awaits(messageId))
            {
                _announcer.Acknowledged(uptimeMs);
                return;
            }

            Sending sending = messageId == 0 ? null : _window.Find(messageId);
            if (sending == null)
            {
                return; // A late one, or a second one.
            }

            _failures = 0;
            _choice.Succeeded();
            _counters.AcknowledgeTimes.End(messageId, uptimeMs);
            _counters.BatchesAcknowledged++;
            _counters.SamplesAcknowledged += _outbox.Acknowledge(
                sending.Epoch, sending.FirstSample, sending.EndSample, sending.IsSummary);
            _log.Record(NodeEvent.BatchAcknowledged, sending.FirstSample);
            _window.Remove(sending);
        }

        private long AwaitAnswer(long uptimeMs)
        {
            if (uptimeMs >= _deadlineMs)
            {
                Retreat(uptimeMs);
                return _deadlineMs;
            }

            return uptimeMs + Limits.PollMs;
        }

        private void Retreat(long uptimeMs)
        {
            _choice.Failed(uptimeMs);
            int delayMs = _entropy.Next(Backoff.WindowMs(_failures)) + _slotMs;
            _failures++;
            _log.Record(NodeEvent.BrokerUnreachable, delayMs);
            Retreat(uptimeMs, delayMs);
        }

        private void Retreat(long uptimeMs, int delayMs)
        {
            _broker.Close();
            _subscription.Disconnected(uptimeMs);
            _announcer.Disconnected();
            _counters.AcknowledgeTimes.Abandon();
            _backlog.TakeBack(_window);
            _window.Clear(); // What was under way is sent again: it was not dropped.
            State = PublisherState.BackingOff;
            _deadlineMs = uptimeMs + delayMs;
        }
    }
}
