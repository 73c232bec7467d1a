using UlmEdge.Core.Configuration;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Core.Alarms
{
    /// <summary>Watches the channels that have alarms: what does not wait is sent at once, and followed more closely.</summary>
    /// <remarks>
    /// Both cost flash, air time and charge. So alarms close <see cref="Limits.AlarmsAtOnce"/> batches in a row at most and then one in
    /// <see cref="Limits.AlarmRefillSeconds"/>, and samples come faster for <see cref="Limits.FasterSecondsPerDay"/> of a day at most. An
    /// alarm beyond that is noted; its values arrive with their batch.
    /// </remarks>
    public sealed class AlarmDesk
    {
        private const int DaySeconds = 86_400;

        private readonly Alarm[] _alarms;
        private readonly ChannelList _channels;
        private readonly IEventLog _log;
        private int _closesLeft = Limits.AlarmsAtOnce;
        private long _closesSeconds;
        private long _fasterSecondsLeft = Limits.FasterSecondsPerDay;
        private long _day;
        private long _lookedSeconds;

        /// <summary>A desk for a node's channels.</summary>
        /// <param name="channels">The channels.</param>
        /// <param name="settings">The rules; those without a channel here are left out.</param>
        /// <param name="log">Takes what is raised and what ends.</param>
        /// <param name="complaints">Takes what is left out, or null.</param>
        public AlarmDesk(ChannelList channels, AlarmSettings[] settings, IEventLog log, Complaints complaints)
        {
            _channels = channels;
            _log = log;
            _alarms = new Alarm[settings.Length];
            for (int i = 0; i < settings.Length; i++)
            {
                int index = channels.IndexOf(settings[i].Channel);
                if (index >= 0)
                {
                    _alarms[i] = new Alarm(settings[i], index, channels.QuantityAt(index));
                }
                else if (complaints != null)
                {
                    complaints.Add("alarms: " + settings[i].Channel + " is no channel of this node; it is left out");
                }
            }
        }

        /// <summary>Seconds between two samples that alarms ask for now, or 0 for the usual interval.</summary>
        public int SampleSeconds { get; private set; }

        /// <summary>Looks at a sample.</summary>
        /// <returns>Whether its batch is not to wait.</returns>
        public bool Look(Sample sample)
        {
            Refill(sample.UptimeSeconds);
            bool hasChanged = false;
            int seconds = 0;
            foreach (Alarm alarm in _alarms)
            {
                if (alarm == null)
                {
                    continue;
                }

                if (sample.Due[alarm.Index] && alarm.Look(sample.Readings[alarm.Index], sample.UptimeSeconds))
                {
                    hasChanged = true;
                    _log.Record(alarm.IsRaised ? NodeEvent.AlarmRaised : NodeEvent.AlarmEnded, _channels.At(alarm.Index));
                }

                bool isFaster = alarm.IsRaised && alarm.SampleSeconds > 0 && (seconds == 0 || alarm.SampleSeconds < seconds);
                seconds = isFaster ? alarm.SampleSeconds : seconds;
            }

            SampleSeconds = _fasterSecondsLeft > 0 ? seconds : 0;
            return hasChanged && TryClose();
        }

        private bool TryClose()
        {
            bool isGranted = _closesLeft > 0;
            _closesLeft -= isGranted ? 1 : 0;
            return isGranted;
        }

        private void Refill(long uptimeSeconds)
        {
            while (_closesLeft < Limits.AlarmsAtOnce && uptimeSeconds - _closesSeconds >= Limits.AlarmRefillSeconds)
            {
                _closesLeft++;
                _closesSeconds += Limits.AlarmRefillSeconds;
            }

            _closesSeconds = _closesLeft == Limits.AlarmsAtOnce ? uptimeSeconds : _closesSeconds;
            _fasterSecondsLeft -= SampleSeconds > 0 ? uptimeSeconds - _lookedSeconds : 0;
            _lookedSeconds = uptimeSeconds;

            // By days: what is used up must not come back second by second, and switch the interval to and fro.
            long day = uptimeSeconds / DaySeconds;
            _fasterSecondsLeft = day == _day ? _fasterSecondsLeft : Limits.FasterSecondsPerDay;
            _day = day;
        }
    }
}
