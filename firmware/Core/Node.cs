using UlmEdge.Core.Batches;
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
    /// Batch: consecutive samples, closed together, the unit that is stored and sent. Epoch: the life of the store behind
    /// the outbox; in memory that is a boot, so every boot draws a new one.
    /// Invariant: every sample taken is in the open batch, in the outbox, acknowledged, evicted or unreadable.
    /// </remarks>
    public sealed class Node
    {
        private readonly Sampler _sampler;
        private readonly BatchBuilder _builder;
        private readonly BatchCodec _codec = new BatchCodec();
        private readonly byte[] _encoded = new byte[Limits.BatchBytesMax];
        private readonly IOutbox _outbox;
        private readonly Publisher _publisher;
        private readonly BootClock _clock;
        private readonly StatusLight _light;
        private readonly IEventLog _log;
        private readonly Reading[] _latest;
        private bool _isStopping;

        /// <summary>A node that has not begun.</summary>
        /// <param name="configuration">What it is told.</param>
        /// <param name="ports">The world.</param>
        /// <param name="sensors">What is fitted; at most <see cref="Limits.ChannelsMax"/> quantities together.</param>
        public Node(NodeConfiguration configuration, NodePorts ports, ISensor[] sensors)
        {
            _log = ports.Log;
            Id = configuration.NodeId;
            Boot = BootCounter.CountBoot(ports.Store, out StoreResult stored);
            _log.Record(NodeEvent.Booted, Boot);
            if (stored != StoreResult.Done)
            {
                _log.Record(NodeEvent.StoreFailed, (int)stored);
            }

            Epoch = 1 + ports.Entropy.Next(Limits.EpochLimit - 1);
            _clock = new BootClock(ports.Clock);
            _sampler = new Sampler(sensors, configuration.SampleSeconds);
            _builder = new BatchBuilder(Epoch, Boot, _sampler, configuration.BatchSamples, configuration.BatchSeconds);
            _outbox = new RamOutbox(Limits.OutboxBytesMax);
            _publisher = new Publisher(configuration, ports, _outbox, _clock, Counters, Boot);
            _light = new StatusLight(ports.Indicator);
            _latest = new Reading[_sampler.ChannelCount];
            for (int i = 0; i < _latest.Length; i++)
            {
                _latest[i] = Reading.Missing(Absence.WarmingUp);
            }
        }

        /// <summary>The node's id.</summary>
        public string Id { get; }

        /// <summary>Number of this boot, from 1.</summary>
        public int Boot { get; }

        /// <summary>The epoch of this boot's samples.</summary>
        public int Epoch { get; }

        /// <summary>What became of everything since boot.</summary>
        public NodeCounters Counters { get; } = new NodeCounters();

        /// <summary>What the publisher is waiting for.</summary>
        public PublisherState PublisherState => _publisher.State;

        /// <summary>Batches in the outbox.</summary>
        public int QueuedBatches => _outbox.Count;

        /// <summary>The oldest sample that is in the outbox or the open batch; equals the samples taken when none is.</summary>
        public int OldestPendingSample => _outbox.Count > 0 ? _outbox.OldestSample : _builder.Batch.FirstSample;

        /// <summary>Channels of the node.</summary>
        public int ChannelCount => _sampler.ChannelCount;

        /// <summary>Whether <see cref="Stop"/> was called and all that was taken has been acknowledged.</summary>
        public bool IsDrained => _isStopping && OldestPendingSample == Counters.SamplesTaken;

        /// <summary>The channel at an index.</summary>
        public int ChannelAt(int index)
        {
            return _sampler.ChannelAt(index);
        }

        /// <summary>The channel's latest reading.</summary>
        public Reading Latest(int index)
        {
            return _latest[index];
        }

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
            if (_clock.TryLearn(uptimeMs))
            {
                _log.Record(NodeEvent.ClockSet, (int)(uptimeMs / 1000));
            }

            long wakeMs = _isStopping ? CloseForGood(uptimeMs) : Measure(uptimeMs);
            wakeMs = Earlier(wakeMs, _publisher.Tick(uptimeMs));
            wakeMs = Earlier(wakeMs, _light.Tick(uptimeMs, StatusLight.FlashesFor(PublisherState, SensorsDeliver())));
            wakeMs = Earlier(wakeMs, uptimeMs + Limits.SleepMsMax);
            return wakeMs > uptimeMs ? wakeMs : uptimeMs + 1;
        }

        private static long Earlier(long oneMs, long otherMs)
        {
            return oneMs < otherMs ? oneMs : otherMs;
        }

        private long Measure(long uptimeMs)
        {
            if (_builder.IsDue(uptimeMs))
            {
                CloseBatch();
            }

            if (_sampler.Tick(uptimeMs))
            {
                _builder.Append(_sampler.Sample, uptimeMs);
                Counters.SamplesTaken++;
                Note(_sampler.Sample);
                if (_builder.IsDue(uptimeMs))
                {
                    CloseBatch();
                }
            }

            return Earlier(_sampler.WakeMs, _builder.WakeMs);
        }

        private long CloseForGood(long uptimeMs)
        {
            _builder.Hurry();
            if (_builder.IsDue(uptimeMs))
            {
                CloseBatch();
            }

            return long.MaxValue;
        }

        private void CloseBatch()
        {
            int length = _codec.Encode(_builder.Batch, _encoded);
            int evicted = _outbox.Append(_encoded, length, _builder.Batch.FirstSample, _builder.Batch.SampleCount);
            if (evicted > 0)
            {
                Counters.SamplesEvicted += evicted;
                _log.Record(NodeEvent.BatchEvicted, evicted);
            }

            _builder.Restart();
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

        private bool SensorsDeliver()
        {
            for (int i = 0; i < _latest.Length; i++)
            {
                if (_latest[i].Absence != Absence.None && _latest[i].Absence != Absence.WarmingUp)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
