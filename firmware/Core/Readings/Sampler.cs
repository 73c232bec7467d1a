using UlmEdge.Ports;

namespace UlmEdge.Core.Readings
{
    /// <summary>Begins the measurements that are due and gathers them into one sample.</summary>
    /// <remarks>
    /// Invariant: one sample is under way at most; its time is that of its beginning. Samples differ by at least a second:
    /// due times are whole seconds, and the next one lies after now. A sensor that does not deliver in time is missing from
    /// the sample with a reason; it never holds it up. Sensors of one sample are begun one after the other, so that they do not all
    /// draw on the supply at once.
    /// </remarks>
    public sealed class Sampler
    {
        private readonly SampledSensor[] _sensors;
        private readonly ICompensated[] _compensated;
        private readonly int[] _ownSeconds;
        private readonly int _configuredSeconds;
        private int _intervalSeconds;
        private long _untilMs = long.MaxValue;

        /// <summary>A sampler for these sensors, all with the same interval.</summary>
        public Sampler(ISensor[] sensors, int intervalSeconds)
            : this(sensors, intervalSeconds, new int[sensors.Length], new int[sensors.Length])
        {
        }

        /// <summary>A sampler for these sensors.</summary>
        /// <param name="sensors">The sensors.</param>
        /// <param name="intervalSeconds">The interval of those that have none of their own.</param>
        /// <param name="ownSeconds">Their own intervals; 0 for none.</param>
        /// <param name="phaseSeconds">By how much each is later than the others of its interval.</param>
        public Sampler(ISensor[] sensors, int intervalSeconds, int[] ownSeconds, int[] phaseSeconds)
        {
            _configuredSeconds = intervalSeconds;
            _intervalSeconds = intervalSeconds;
            _ownSeconds = ownSeconds;
            _sensors = new SampledSensor[sensors.Length];
            _compensated = new ICompensated[sensors.Length];
            Channels = new ChannelList(sensors);
            int firstChannel = 0;
            for (int i = 0; i < sensors.Length; i++)
            {
                SamplingPlan plan = new SamplingPlan(IntervalOf(i), phaseSeconds[i], sensors[i].LeadMs);
                _sensors[i] = new SampledSensor(sensors[i], plan, firstChannel);
                _compensated[i] = sensors[i] as ICompensated;
                firstChannel += sensors[i].Quantities.Length;
            }
        }

        /// <summary>The channels of a sample.</summary>
        public ChannelList Channels { get; }

        /// <summary>The sample gathered last; valid after <see cref="Tick"/> returned true, until the next call.</summary>
        public Sample Sample { get; } = new Sample();

        /// <summary>Whether a sample was begun and is not complete.</summary>
        public bool IsUnderWay { get; private set; }

        /// <summary>Uptime at which <see cref="Tick"/> has something to do.</summary>
        public long WakeMs { get; private set; }

        /// <summary>Has a sample taken on the next whole second, and goes on from there.</summary>
        public void SampleSoon(long uptimeMs)
        {
            Replan(uptimeMs, true);
        }

        /// <summary>Uses another interval until an uptime, for all sensors that have none of their own.</summary>
        public void UseInterval(int seconds, long uptimeMs, long untilMs)
        {
            _intervalSeconds = seconds;
            _untilMs = untilMs;
            Replan(uptimeMs, false);
        }

        /// <summary>Takes samples at a shorter interval, until it is 0 again; sensors with an interval of their own keep it.</summary>
        public void FollowClosely(int seconds, long uptimeMs)
        {
            bool isSlower = seconds == 0 || seconds > _configuredSeconds;
            UseInterval(isSlower ? _configuredSeconds : seconds, uptimeMs, long.MaxValue);
        }

        /// <summary>Moves the measurements on.</summary>
        /// <returns>True when a sample is complete.</returns>
        public bool Tick(long uptimeMs)
        {
            foreach (SampledSensor sensor in _sensors)
            {
                sensor.WorkAhead(uptimeMs, Sample.Readings);
            }

            if (!IsUnderWay)
            {
                if (uptimeMs >= _untilMs)
                {
                    UseInterval(_configuredSeconds, uptimeMs, long.MaxValue);
                }

                BeginDue(uptimeMs);
            }

            bool complete = IsUnderWay && CollectReady(uptimeMs);
            if (complete)
            {
                IsUnderWay = false;
                TellOthers();
            }

            WakeMs = NextWakeMs();
            return complete;
        }

        private int IntervalOf(int index)
        {
            return _ownSeconds[index] > 0 ? _ownSeconds[index] : _intervalSeconds;
        }

        private void Replan(long uptimeMs, bool withOwnIntervals)
        {
            for (int i = 0; i < _sensors.Length; i++)
            {
                if (withOwnIntervals || _ownSeconds[i] == 0)
                {
                    _sensors[i].Plan.Change(IntervalOf(i), uptimeMs);
                }
            }

            WakeMs = NextWakeMs();
        }

        private void BeginDue(long uptimeMs)
        {
            int due = 0;
            foreach (SampledSensor sensor in _sensors)
            {
                bool isDue = sensor.TakeDue(uptimeMs, uptimeMs + (due * Limits.StaggerMs));
                due += isDue ? 1 : 0;
                for (int i = 0; i < sensor.ChannelCount; i++)
                {
                    Sample.Due[sensor.FirstChannel + i] = isDue;
                }
            }

            if (due > 0)
            {
                IsUnderWay = true;
                Sample.UptimeSeconds = uptimeMs / 1000;
            }
        }

        private bool CollectReady(long uptimeMs)
        {
            bool complete = true;
            foreach (SampledSensor sensor in _sensors)
            {
                sensor.Work(uptimeMs, Sample.Readings);
                complete &= !sensor.IsAwaited;
            }

            return complete;
        }

        // What one has measured makes another more exact, from its next measurement on.
        private void TellOthers()
        {
            for (int i = 0; i < _compensated.Length; i++)
            {
                for (int channel = 0; _compensated[i] != null && channel < Channels.MeasuredCount; channel++)
                {
                    Reading reading = Sample.Readings[channel];
                    int own = channel - _sensors[i].FirstChannel;
                    if (Sample.Due[channel] && reading.Absence == Absence.None && (own < 0 || own >= _sensors[i].ChannelCount))
                    {
                        _compensated[i].Compensate(Channels.QuantityAt(channel), reading.Value);
                    }
                }
            }
        }

        private long NextWakeMs()
        {
            long wakeMs = IsUnderWay ? long.MaxValue : _untilMs;
            foreach (SampledSensor sensor in _sensors)
            {
                long sampleMs = !IsUnderWay ? sensor.Plan.DueMs : sensor.IsAwaited ? sensor.WakeMs : long.MaxValue;
                long thisMs = sensor.AheadMs < sampleMs ? sensor.AheadMs : sampleMs;
                wakeMs = thisMs < wakeMs ? thisMs : wakeMs;
            }

            return wakeMs;
        }
    }
}
