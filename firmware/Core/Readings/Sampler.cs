using UlmEdge.Ports;

namespace UlmEdge.Core.Readings
{
    /// <summary>Begins the measurements that are due and gathers them into one sample.</summary>
    /// <remarks>
    /// Invariant: one sample is under way at most; its time is that of its beginning. Samples differ by at least a second:
    /// due times are whole seconds, and the next one lies after now. A sensor that does not deliver in time is missing from
    /// the sample with a reason; it never holds it up.
    /// </remarks>
    public sealed class Sampler
    {
        private readonly ISensor[] _sensors;
        private readonly SamplingPlan[] _plans;
        private readonly int[] _firstChannel;
        private readonly bool[] _pending;
        private readonly bool[] _hasBegun;
        private readonly long[] _readyMs;
        private readonly int[] _channels;
        private readonly int _configuredSeconds;
        private int _intervalSeconds;
        private long _untilMs = long.MaxValue;
        private long _deadlineMs;

        /// <summary>A sampler for these sensors, all with the same interval.</summary>
        public Sampler(ISensor[] sensors, int intervalSeconds)
        {
            _sensors = sensors;
            _configuredSeconds = intervalSeconds;
            _intervalSeconds = intervalSeconds;
            _plans = new SamplingPlan[sensors.Length];
            _firstChannel = new int[sensors.Length];
            _pending = new bool[sensors.Length];
            _hasBegun = new bool[sensors.Length];
            _readyMs = new long[sensors.Length];
            _channels = new int[Limits.ChannelsMax];
            for (int i = 0; i < sensors.Length; i++)
            {
                _plans[i] = new SamplingPlan(intervalSeconds);
                _firstChannel[i] = ChannelCount;
                AddChannels(sensors[i].Quantities);
            }
        }

        /// <summary>Channels of all sensors together.</summary>
        public int ChannelCount { get; private set; }

        /// <summary>The sample gathered last; valid after <see cref="Tick"/> returned true, until the next call.</summary>
        public Sample Sample { get; } = new Sample();

        /// <summary>Whether a sample was begun and is not complete.</summary>
        public bool IsUnderWay { get; private set; }

        /// <summary>Uptime at which <see cref="Tick"/> has something to do.</summary>
        public long WakeMs { get; private set; }

        /// <summary>The channel at an index.</summary>
        public int ChannelAt(int index)
        {
            return _channels[index];
        }

        /// <summary>Has a sample taken on the next whole second, and goes on from there.</summary>
        public void SampleSoon(long uptimeMs)
        {
            Replan(uptimeMs);
        }

        /// <summary>Uses another interval until an uptime.</summary>
        public void UseInterval(int seconds, long uptimeMs, long untilMs)
        {
            _intervalSeconds = seconds;
            _untilMs = untilMs;
            Replan(uptimeMs);
        }

        /// <summary>Moves the measurements on.</summary>
        /// <returns>True when a sample is complete.</returns>
        public bool Tick(long uptimeMs)
        {
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
            }

            WakeMs = NextWakeMs();
            return complete;
        }

        private void Replan(long uptimeMs)
        {
            foreach (SamplingPlan plan in _plans)
            {
                plan.Change(_intervalSeconds, uptimeMs);
            }

            WakeMs = NextWakeMs();
        }

        private void AddChannels(Quantity[] quantities)
        {
            foreach (Quantity quantity in quantities)
            {
                int instance = 0;
                for (int i = 0; i < ChannelCount; i++)
                {
                    if (Channel.QuantityOf(_channels[i]) == quantity)
                    {
                        instance++;
                    }
                }

                _channels[ChannelCount++] = Channel.Of(quantity, instance);
            }
        }

        // A sensor may throw, e.g. for want of memory: then its sample has a time nevertheless, and a reason.
        private void BeginDue(long uptimeMs)
        {
            for (int i = 0; i < _sensors.Length; i++)
            {
                _pending[i] = _plans[i].TakeDue(uptimeMs);
                _hasBegun[i] = false;
                _readyMs[i] = uptimeMs;
                IsUnderWay |= _pending[i];
                for (int j = 0; j < _sensors[i].Quantities.Length; j++)
                {
                    Sample.Due[_firstChannel[i] + j] = _pending[i];
                }
            }

            if (IsUnderWay)
            {
                Sample.UptimeSeconds = uptimeMs / 1000;
                _deadlineMs = uptimeMs + Limits.CollectTimeoutMs;
            }

            for (int i = 0; i < _sensors.Length; i++)
            {
                if (_pending[i])
                {
                    _readyMs[i] = uptimeMs + _sensors[i].Begin(uptimeMs);
                    _hasBegun[i] = true;
                }
            }
        }

        private bool CollectReady(long uptimeMs)
        {
            bool complete = true;
            for (int i = 0; i < _sensors.Length; i++)
            {
                if (_pending[i] && uptimeMs >= _readyMs[i])
                {
                    Collect(i, uptimeMs);
                }

                complete &= !_pending[i];
            }

            return complete;
        }

        private void Collect(int i, long uptimeMs)
        {
            int waitMs = _hasBegun[i] ? _sensors[i].Collect(uptimeMs, Sample.Readings, _firstChannel[i]) : int.MaxValue;
            if (waitMs > 0 && uptimeMs + waitMs <= _deadlineMs)
            {
                _readyMs[i] = uptimeMs + waitMs;
                return;
            }

            _pending[i] = false;
            for (int j = 0; waitMs > 0 && j < _sensors[i].Quantities.Length; j++)
            {
                Sample.Readings[_firstChannel[i] + j] = Reading.Missing(Absence.NoAnswer);
            }
        }

        private long NextWakeMs()
        {
            long wakeMs = IsUnderWay ? long.MaxValue : _untilMs;
            for (int i = 0; i < _sensors.Length; i++)
            {
                long thisMs = !IsUnderWay ? _plans[i].DueMs : _pending[i] ? _readyMs[i] : long.MaxValue;
                if (thisMs < wakeMs)
                {
                    wakeMs = thisMs;
                }
            }

            return wakeMs;
        }
    }
}
