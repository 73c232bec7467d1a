using UlmEdge.Ports;

namespace UlmEdge.Core.Readings
{
    /// <summary>One sensor of a sampler: when it is due, and how far its measurement is.</summary>
    /// <remarks>
    /// A sensor with a lead is begun, and may deliver, before its sample is: then its readings wait in their places. One that throws,
    /// e.g. for want of memory, has failed this measurement.
    /// </remarks>
    internal sealed class SampledSensor
    {
        private readonly ISensor _sensor;
        private readonly int _leadMs;
        private bool _hasBegun;
        private bool _hasFailed;
        private bool _hasDelivered;
        private long _beganMs;
        private long _deadlineMs;

        /// <summary>A sensor that was not begun.</summary>
        /// <param name="sensor">The sensor.</param>
        /// <param name="plan">When it is due.</param>
        /// <param name="firstChannel">Where its readings stand in a sample.</param>
        public SampledSensor(ISensor sensor, SamplingPlan plan, int firstChannel)
        {
            _sensor = sensor;
            _leadMs = sensor.LeadMs;
            Plan = plan;
            FirstChannel = firstChannel;
            ChannelCount = sensor.Quantities.Length;
        }

        /// <summary>When it is due.</summary>
        public SamplingPlan Plan { get; }

        /// <summary>Where its readings stand in a sample.</summary>
        public int FirstChannel { get; }

        /// <summary>How many they are.</summary>
        public int ChannelCount { get; }

        /// <summary>Whether the sample under way waits for it.</summary>
        public bool IsAwaited { get; private set; }

        /// <summary>Uptime at which there is something to do for it.</summary>
        public long WakeMs { get; private set; }

        /// <summary>Uptime at which there is something to do for it before its sample, or <see cref="long.MaxValue"/>.</summary>
        public long AheadMs => _leadMs == 0 || IsAwaited || _hasDelivered || _hasFailed ? long.MaxValue
            : _hasBegun ? WakeMs
            : Plan.BeginMs;

        /// <summary>Does what is to be done before its sample is due.</summary>
        public void WorkAhead(long uptimeMs, Reading[] readings)
        {
            if (uptimeMs < AheadMs)
            {
                return;
            }

            if (!_hasBegun)
            {
                Begin(uptimeMs);
                return;
            }

            int waitMs = Collect(uptimeMs, readings);
            WakeMs = uptimeMs + waitMs;
            _hasDelivered = waitMs == 0;
        }

        /// <summary>Whether it is due; then the sample waits for it.</summary>
        /// <param name="uptimeMs">Now.</param>
        /// <param name="beginMs">When it is to be begun, if it was not yet.</param>
        public bool TakeDue(long uptimeMs, long beginMs)
        {
            IsAwaited = Plan.TakeDue(uptimeMs);
            if (!IsAwaited)
            {
                return false;
            }

            WakeMs = _hasDelivered || _hasFailed ? uptimeMs : _hasBegun ? WakeMs : beginMs;

            // It has its lead also if a stalled loop, or a command to measure now, has begun it late.
            long readyMs = (_hasBegun ? _beganMs : beginMs) + _leadMs;
            _deadlineMs = (readyMs > uptimeMs ? readyMs : uptimeMs) + Limits.CollectTimeoutMs;
            return true;
        }

        /// <summary>Moves the measurement on for the sample under way.</summary>
        public void Work(long uptimeMs, Reading[] readings)
        {
            if (!IsAwaited || uptimeMs < WakeMs)
            {
                return;
            }

            if (!_hasBegun)
            {
                Begin(uptimeMs);
                if (uptimeMs < WakeMs)
                {
                    return;
                }
            }

            int waitMs = _hasDelivered ? 0 : _hasFailed ? int.MaxValue : Collect(uptimeMs, readings);
            if (waitMs > 0 && uptimeMs + waitMs <= _deadlineMs)
            {
                WakeMs = uptimeMs + waitMs;
                return;
            }

            for (int i = 0; waitMs > 0 && i < ChannelCount; i++)
            {
                readings[FirstChannel + i] = Reading.Missing(Absence.NoAnswer);
            }

            IsAwaited = false;
            _hasBegun = false;
            _hasFailed = false;
            _hasDelivered = false;
        }

        private void Begin(long uptimeMs)
        {
            _hasBegun = true;
            _beganMs = uptimeMs;
            _hasFailed = true; // Until it has not thrown.
            WakeMs = uptimeMs;
            WakeMs = uptimeMs + _sensor.Begin(uptimeMs);
            _hasFailed = false;
        }

        private int Collect(long uptimeMs, Reading[] readings)
        {
            _hasFailed = true;
            int waitMs = _sensor.Collect(uptimeMs, readings, FirstChannel);
            _hasFailed = false;
            return waitMs;
        }
    }
}
