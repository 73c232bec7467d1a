using UlmEdge.Core.Batches;
using UlmEdge.Core.Boots;
using UlmEdge.Core.Commands;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Journal;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Readings;
using UlmEdge.Core.Reporting;
using UlmEdge.Core.Time;
using UlmEdge.Ports;

namespace UlmEdge.Core
{
    /// <summary>
    /// A sensor node: measures, gathers, keeps and sends. One loop calls <see cref="Tick"/> and sleeps until the uptime
    /// that it returns.
    /// </summary>
    /// <remarks>
    /// Important terms. Sample: all that was measured at one time; samples have dense numbers from 0 within an epoch.
    /// Batch: consecutive samples, closed together, the unit that is stored and sent. Epoch: the life of the journal.
    /// Invariant: every sample taken is in the open batch, in the outbox, or accounted for in the journal's ledger.
    /// </remarks>
    public sealed class Node
    {
        private readonly Measuring _measuring;
        private readonly Sampler _sampler;
        private readonly BatchBuilder _builder;
        private readonly Outbox _outbox;
        private readonly Publisher _publisher;
        private readonly CommandDesk _desk;
        private readonly ConfigurationDesk _configuration;
        private readonly MetaAnnouncement _meta;
        private readonly HealthAnnouncement _health;
        private readonly HomeAssistantAnnouncement _homeAssistant;
        private readonly BootClock _clock;
        private readonly StatusLight _light;
        private readonly CommissioningAnnouncement _proof;
        private readonly IEventLog _log;
        private readonly IPower _power;
        private readonly BlackBoxAnnouncement _blackBoxMessage;
        private readonly HeapWatch _heap;
        private readonly Reading[] _latest;
        private bool _isStopping;
        private bool _isClosing;
        private long _keepClockMs;

        /// <summary>A node that has not begun.</summary>
        /// <param name="configuration">What it is told.</param>
        /// <param name="ports">The world.</param>
        /// <param name="sensors">What is fitted; at most <see cref="Limits.ChannelsMax"/> quantities together.</param>
        public Node(NodeConfiguration configuration, NodePorts ports, ISensor[] sensors)
        {
            CountingStore flash = ports.Store is CountingStore counting ? counting : new CountingStore(ports.Store);
            Boots = ports.Boots ?? new BootKeeper(flash);
            BlackBox = new BlackBox(flash, ports.Log);
            ports = ports.With(flash, BlackBox);
            _log = BlackBox;
            _power = ports.Power;
            Id = configuration.NodeId;
            Journal = new Journal.Journal(flash, Id, ports.Entropy, ports.Log, configuration.JournalSegments);
            BlackBox.Begin(Boot);
            RecordBoot();
            Restarts = new Restarts(Boots, _log);
            _heap = new HeapWatch(ports.Health, Restarts, _log);
            sensors = GuardedSensor.Guard(sensors, Boots, _log);
            _clock = new BootClock(ports.Clock, configuration.TimeFloorUnixSeconds, Journal.KnownUnixSeconds, ports.Log);
            _outbox = new Outbox(Journal, _clock, ports.Entropy, ports.Log);
            FirstSample = _outbox.NextSample;
            _measuring = new Measuring(sensors, configuration, _log);
            _sampler = _measuring.Sampler;
            _builder = new BatchBuilder(_sampler.Channels, configuration.BatchSamples, configuration.BatchSeconds);
            _builder.Restart(_outbox.Epoch, Boot, _outbox.NextSample);
            _builder.Hurry(); // The first batch of a boot shows that the node works: it does not wait.
            Survey = new HealthSurvey(Journal, _outbox, _builder, _clock, Counters, flash, ports.Health, Boots);
            Backlog backlog = new Backlog(_outbox, Journal, _clock);
            Topics topics = new Topics(configuration.Root, Id);
            BrokerChoice choice = new BrokerChoice(configuration.Brokers, configuration.TrustFiles);
            _configuration = new ConfigurationDesk(ports.Configuration, configuration, topics, Restarts, Counters, ports.Log, Boot);
            _light = new StatusLight(ports.Indicator);
            CommandWork work = new CommandWork(_outbox, backlog, _sampler, _light, _clock, Restarts);
            _desk = new CommandDesk(topics, _outbox, work, _configuration, Counters);
            _meta = new MetaAnnouncement(new MetaReport(configuration, choice, sensors, _sampler.Channels, _measuring.Calibrator), topics);
            _health = new HealthAnnouncement(Survey, _desk, topics, configuration.HealthSeconds);
            _latest = new Reading[_sampler.Channels.Count];
            if (configuration.HomeAssistant)
            {
                HomeAssistantDiscovery discovery = new HomeAssistantDiscovery(configuration, topics, _sampler.Channels);
                _homeAssistant = new HomeAssistantAnnouncement(discovery, _latest);
            }

            Announcement[] announcements = new Announcement[configuration.HomeAssistant ? 8 : 7];
            _publisher = new Publisher(configuration, ports, choice, _clock, _outbox, backlog, _desk, announcements, Counters, Boot);
            SensorStates states = new SensorStates(sensors, _latest);
            Test = new Commissioning(
                configuration, _publisher, choice, ports.Link, _clock, _outbox, Counters, states, Boots);
            _blackBoxMessage = new BlackBoxAnnouncement(BlackBox, Boots, topics);
            announcements[0] = _blackBoxMessage;
            announcements[1] = new Birth(topics, Counters, Boot);
            announcements[2] = _desk.Answers;
            announcements[3] = _configuration;
            _proof = new CommissioningAnnouncement(Test, states, _configuration, topics, Boot);
            announcements[4] = _proof;
            announcements[5] = _meta;
            announcements[6] = _health;
            if (configuration.HomeAssistant)
            {
                announcements[7] = _homeAssistant;
            }

            for (int i = 0; i < _latest.Length; i++)
            {
                _latest[i] = Reading.Missing(Absence.WarmingUp);
            }
        }

        /// <summary>The node's id.</summary>
        public string Id { get; }

        /// <summary>Number of this boot, from 1.</summary>
        public int Boot => Journal.Boot;

        /// <summary>The epoch of the samples.</summary>
        public int Epoch => _outbox.Epoch;

        /// <summary>What is kept in flash, and what became of all that ever was.</summary>
        public Journal.Journal Journal { get; }

        /// <summary>What became of everything since boot.</summary>
        public NodeCounters Counters { get; } = new NodeCounters();

        /// <summary>Gathers what the node reports of itself.</summary>
        public HealthSurvey Survey { get; }

        /// <summary>Takes wishes to restart.</summary>
        public Restarts Restarts { get; }

        /// <summary>How the boots before this one ended, and how this one goes.</summary>
        public BootKeeper Boots { get; }

        /// <summary>The last notable events.</summary>
        public BlackBox BlackBox { get; }

        /// <summary>Whether the node works, as far as it can tell by itself.</summary>
        public Commissioning Test { get; }

        /// <summary>What the publisher is waiting for.</summary>
        public PublisherState PublisherState => _publisher.State;

        /// <summary>Whether the flash was given up: what was taken since is in memory, under an epoch of its own.</summary>
        public bool IsInMemory => _outbox.IsInMemory;

        /// <summary>Samples that wait for the broker's acknowledgement, those of the open batch included.</summary>
        public int WaitingSamples => _outbox.WaitingSamples + _builder.Batch.RowCount;

        /// <summary>Samples since boot that gave way in memory, because more had come than it holds.</summary>
        public int SamplesEvicted => _outbox.SamplesEvicted;

        /// <summary>Bytes of memory in use for batches that the flash has not taken.</summary>
        public int MemoryBytes => _outbox.MemoryBytes;

        /// <summary>The number that the first sample of this boot got.</summary>
        public int FirstSample { get; }

        /// <summary>The number that the next sample will get, if no power cut comes before its batch is closed.</summary>
        public int NextSample => _builder.Batch.EndSample;

        /// <summary>All samples below this number are settled; equals <see cref="NextSample"/> when nothing waits.</summary>
        public int OldestPendingSample => _outbox.WaitingSamples > 0 ? _outbox.SettledUpTo : _builder.Batch.FirstSample;

        /// <summary>Channels of the node.</summary>
        public int ChannelCount => _sampler.Channels.Count;

        /// <summary>Whether <see cref="Stop"/> was called and all that was taken has been acknowledged.</summary>
        public bool IsDrained => _isStopping && WaitingSamples == 0;

        /// <summary>The channel at an index.</summary>
        public int ChannelAt(int index)
        {
            return _sampler.Channels.At(index);
        }

        /// <summary>The channel's latest reading.</summary>
        public Reading Latest(int index)
        {
            return _latest[index];
        }

        /// <summary>Whether the sample that was taken last has the channel at an index.</summary>
        public bool WasDue(int index)
        {
            return _sampler.Sample.Due[index];
        }

        /// <summary>Uptime in seconds at which the sample that was taken last began.</summary>
        public long LatestUptimeSeconds => _sampler.Sample.UptimeSeconds;

        /// <summary>Ends sampling; what was taken is still sent. May be called from another thread than the loop's.</summary>
        public void Stop()
        {
            _isStopping = true;
        }

        /// <summary>Does what is due.</summary>
        /// <param name="uptimeMs">Milliseconds since power-on; never less than in the call before.</param>
        /// <returns>Uptime at which there will be something to do, later than now.</returns>
        public long Tick(long uptimeMs)
        {
            _clock.Tick(uptimeMs);
            StayAlive(uptimeMs);
            if (_isClosing)
            {
                CloseBatch(uptimeMs); // It was interrupted, e.g. for want of memory.
            }

            if (_clock.IsSet && !_outbox.IsInMemory)
            {
                KeepClock(uptimeMs);
            }

            long wakeMs = _isStopping ? CloseForGood(uptimeMs) : Measure(uptimeMs);
            wakeMs = Earlier(wakeMs, _outbox.Tick(uptimeMs));
            FollowEpoch();
            wakeMs = Earlier(wakeMs, _publisher.Tick(uptimeMs));
            if (_desk.Work.WantsReport)
            {
                _meta.Ask();
                _health.Ask();
                _desk.Work.WantsReport = false;
            }

            wakeMs = Earlier(wakeMs, _configuration.Work(uptimeMs));
            if (_desk.Work.WantsBlackBox)
            {
                _blackBoxMessage.Ask();
                _desk.Work.WantsBlackBox = false;
            }

            if (Restarts.IsPending)
            {
                Restart(uptimeMs);
                wakeMs = Earlier(wakeMs, uptimeMs + Limits.PollMs);
            }

            if (Test.Tick(uptimeMs))
            {
                _proof.Ask();
            }

            wakeMs = Earlier(wakeMs, _light.Tick(uptimeMs, Test.Signal(uptimeMs)));
            wakeMs = Earlier(wakeMs, uptimeMs + Limits.SleepMsMax);
            return wakeMs > uptimeMs ? wakeMs : uptimeMs + 1;
        }

        private static long Earlier(long oneMs, long otherMs)
        {
            return oneMs < otherMs ? oneMs : otherMs;
        }

        private long Measure(long uptimeMs)
        {
            if (_measuring.Tick(uptimeMs))
            {
                _builder.IsFilling = _measuring.IsFaster;
                _builder.Append(_sampler.Sample, uptimeMs);
                Counters.SamplesTaken++;
                Note(_sampler.Sample);
                if (_desk.Work.WantsSample || _measuring.IsUrgent)
                {
                    _builder.Hurry();
                    _desk.Work.WantsSample = false;
                }
            }

            // A batch that is due with its age waits for the sample of the same moment, if one is under way.
            if (_builder.IsDue(uptimeMs) && !_sampler.IsUnderWay)
            {
                CloseBatch(uptimeMs);
            }

            return _sampler.IsUnderWay ? _sampler.WakeMs : Earlier(_sampler.WakeMs, _builder.WakeMs);
        }

        private long CloseForGood(long uptimeMs)
        {
            _builder.Hurry();
            if (_builder.IsDue(uptimeMs))
            {
                CloseBatch(uptimeMs);
            }

            return long.MaxValue;
        }

        private void RecordBoot()
        {
            _log.Record(NodeEvent.Booted, Boot);
            _log.Record(NodeEvent.ResetCause, Boots.Cause);
            if (Boots.BadBoots > 0)
            {
                _log.Record(NodeEvent.BadBoots, Boots.BadBoots);
            }
        }

        private void StayAlive(long uptimeMs)
        {
            BlackBox.UptimeSeconds = uptimeMs / 1000;
            Boots.Tick(uptimeMs);
            Restarts.Tick(uptimeMs, _clock.UnixSeconds(uptimeMs));
            _heap.Tick(uptimeMs);
            _publisher.Shortage = _heap.Level;
        }

        // In this order: what was measured is kept, answers are sent, the next boot will know why, and what led to it.
        private void Restart(long uptimeMs)
        {
            if (_builder.Batch.RowCount > 0)
            {
                CloseBatch(uptimeMs);
            }

            if (Restarts.TryBegin(_desk.Answers.IsDue, _outbox.MemoryBytes == 0))
            {
                BlackBox.Save();
                _power.Reboot();
            }
        }

        private void CloseBatch(long uptimeMs)
        {
            _isClosing = true;
            FollowEpoch();
            _clock.Date(_builder.Batch);
            _outbox.Append(_builder.Batch, uptimeMs);
            _builder.Restart(_outbox.Epoch, Boot, _outbox.NextSample);
            _isClosing = false;
            _homeAssistant?.Renew();
        }

        // When the flash was given up, the open batch belongs to the new epoch: in the old one its numbers will come again.
        private void FollowEpoch()
        {
            if (_builder.Batch.Epoch != _outbox.Epoch)
            {
                _builder.Renumber(_outbox.Epoch, _outbox.NextSample);
            }
        }

        // Batches stored before the time was learned get their date by one record, before any of them is sent.
        private void KeepClock(long uptimeMs)
        {
            if (_clock.HasYielded)
            {
                Journal.CorrectKnownTime(_clock.FirstOffsetSeconds + (uptimeMs / 1000));
                _clock.HasYielded = false;
            }

            if (Journal.NeedsClock && uptimeMs >= _keepClockMs && !Journal.AppendClock(_clock.FirstOffsetSeconds))
            {
                _keepClockMs = uptimeMs + Limits.RefusedRetryMs;
            }
        }

        private void Note(Sample sample)
        {
            for (int i = 0; i < _latest.Length; i++)
            {
                if (!sample.Due[i])
                {
                    continue;
                }

                Absence before = _latest[i].Absence;
                Absence now = sample.Readings[i].Absence;
                _latest[i] = sample.Readings[i];
                if (now != Absence.None)
                {
                    Counters.MissingReadings[(int)now]++;
                }

                if (now != Absence.None && now != before)
                {
                    _log.Record(NodeEvent.ReadingMissing, (ChannelAt(i) * (Absences.Max + 1)) + (int)now);
                }
                else if (now == Absence.None && before != Absence.None && Counters.SamplesTaken > 1)
                {
                    _log.Record(NodeEvent.ReadingBack, ChannelAt(i));
                }
            }
        }
    }
}
