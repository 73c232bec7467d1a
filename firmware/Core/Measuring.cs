using UlmEdge.Core.Alarms;
using UlmEdge.Core.Calibration;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Plausibility;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Core
{
    /// <summary>From the sensors to a sample that can be believed: gathered, corrected, judged, and watched for alarms.</summary>
    internal sealed class Measuring
    {
        private readonly PlausibilityRules _rules;
        private readonly AlarmDesk _alarms;
        private int _alarmSeconds;

        /// <summary>Measuring with a node's sensors.</summary>
        public Measuring(ISensor[] sensors, NodeConfiguration configuration, IEventLog log)
        {
            Sampler = NewSampler(sensors, configuration);
            Calibrator = new Calibrator(Channels, configuration.Calibrations, null);
            _rules = new PlausibilityRules(Channels);
            _alarms = new AlarmDesk(Channels, configuration.Alarms, log, null);
        }

        /// <summary>Begins and gathers.</summary>
        public Sampler Sampler { get; }

        /// <summary>Corrects.</summary>
        public Calibrator Calibrator { get; }

        /// <summary>The channels of a sample.</summary>
        public ChannelList Channels => Sampler.Channels;

        /// <summary>Whether the sample that was completed last is not to wait.</summary>
        public bool IsUrgent { get; private set; }

        /// <summary>Whether samples come faster than usual, since there is an alarm.</summary>
        public bool IsFaster => _alarmSeconds > 0;

        /// <summary>Moves the measurements on.</summary>
        /// <returns>True when a sample is complete.</returns>
        public bool Tick(long uptimeMs)
        {
            if (!Sampler.Tick(uptimeMs))
            {
                return false;
            }

            Calibrator.Apply(Sampler.Sample);
            _rules.Judge(Sampler.Sample);
            IsUrgent = _alarms.Look(Sampler.Sample);
            if (_alarms.SampleSeconds != _alarmSeconds)
            {
                _alarmSeconds = _alarms.SampleSeconds;
                Sampler.FollowClosely(_alarmSeconds, uptimeMs);
            }

            return true;
        }

        private static Sampler NewSampler(ISensor[] sensors, NodeConfiguration configuration)
        {
            string[] names = configuration.FittedSensors ?? configuration.Sensors;
            int[] ownSeconds = new int[sensors.Length];
            int[] phaseSeconds = new int[sensors.Length];
            for (int i = 0; i < sensors.Length && i < names.Length; i++)
            {
                IntervalSettings own = IntervalSettings.Of(configuration.Intervals, names[i]);
                ownSeconds[i] = own == null ? 0 : own.Seconds;
                phaseSeconds[i] = own == null ? 0 : own.PhaseSeconds;
            }

            return new Sampler(sensors, configuration.SampleSeconds, ownSeconds, phaseSeconds);
        }
    }
}
