using UlmEdge.Core.Configuration;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Core.Alarms
{
    /// <summary>One rule of alarms, and whether it is raised.</summary>
    internal sealed class Alarm
    {
        // A fast or extreme value is what alarms are for; one of a sensor that contradicts itself is none.
        private const Quality Disbelieved = Quality.Stuck | Quality.WarmUp | Quality.CrossCheck | Quality.Signature;

        private readonly AlarmKind _kind;
        private readonly int _threshold;
        private readonly Extremes _before;
        private int _calmSamples;

        /// <summary>A rule that is not raised.</summary>
        public Alarm(AlarmSettings settings, int index, Quantity quantity)
        {
            Index = index;
            SampleSeconds = settings.SampleSeconds;
            _kind = settings.Kind;
            _threshold = Quantities.FromThousandths(quantity, settings.Thousandths);
            _before = new Extremes(settings.WithinSeconds);
        }

        /// <summary>The index of its channel.</summary>
        public int Index { get; }

        /// <summary>Seconds between two samples while it is raised, or 0 for the usual interval.</summary>
        public int SampleSeconds { get; }

        /// <summary>Whether it is raised.</summary>
        public bool IsRaised { get; private set; }

        /// <summary>Looks at a reading of its channel.</summary>
        /// <returns>Whether it was raised now, or has ended.</returns>
        public bool Look(Reading reading, long uptimeSeconds)
        {
            if (reading.Absence != Absence.None || (reading.Quality & Disbelieved) != 0)
            {
                return false;
            }

            bool isBeyond = IsBeyond(reading.Value, uptimeSeconds);
            _before.Take(reading.Value, uptimeSeconds);
            _calmSamples = isBeyond ? 0 : _calmSamples + 1;
            if (IsRaised ? _calmSamples < Limits.AlarmCalmSamples : !isBeyond)
            {
                return false;
            }

            IsRaised = !IsRaised;
            return true;
        }

        private bool IsBeyond(int value, long uptimeSeconds)
        {
            switch (_kind)
            {
                case AlarmKind.Above: return value > _threshold;
                case AlarmKind.Below: return value < _threshold;
                case AlarmKind.Rise: return _before.HasAny(uptimeSeconds) && (long)value - _before.Least >= _threshold;
                default: return _before.HasAny(uptimeSeconds) && (long)_before.Most - value >= _threshold;
            }
        }
    }
}
