using UlmEdge.Ports;

namespace UlmEdge.Devices.Pulses
{
    /// <summary>An anemometer: mean wind since the reading before, and the greatest of the three-second means that were seen.</summary>
    /// <remarks>
    /// The mean misses nothing, since the counter counts all the time. Gusts need a look every three seconds: they are those of the
    /// half minute before the sample. The first reading after power-on only starts to count.
    /// </remarks>
    public sealed class WindSensor : ISensor
    {
        // A gust is a mean of three seconds (WMO No. 8, part I, section 5.8.3). One that a stalled loop made longer says less.
        private const int GustMs = 3_000;
        private const int GustMsMax = 4_000;
        private const int WindowMs = 30_000;

        private readonly PulseInput _input;
        private bool _isCounting;
        private bool _isRead;
        private long _countBefore;
        private long _beforeMs;
        private long _lookCount;
        private long _lookMs;
        private long _endMs;
        private Reading _gust;

        /// <summary>An anemometer at a pin; nothing is counted yet.</summary>
        public WindSensor(int pin)
        {
            _input = new PulseInput(pin);
        }

        /// <inheritdoc/>
        public string Name => "wind";

        /// <inheritdoc/>
        public Quantity[] Quantities { get; } = { Quantity.WindSpeed, Quantity.WindGust };

        /// <inheritdoc/>
        public int LeadMs => WindowMs;

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            _endMs = uptimeMs + WindowMs;
            _gust = Reading.Missing(Absence.NoAnswer);
            _isRead = _input.TryRead();
            Look();
            return _isRead ? GustMs : 0;
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            _isRead = _isRead && _input.TryRead();
            if (!_isRead)
            {
                readings[offset] = Reading.Missing(Absence.NoAnswer);
                readings[offset + 1] = Reading.Missing(Absence.NoAnswer);
                return 0;
            }

            long sinceMs = _input.TimeMs - _lookMs;
            if (sinceMs >= GustMs || sinceMs < 0)
            {
                TakeGust(sinceMs);
                Look();
                sinceMs = 0;
            }

            if (uptimeMs < _endMs)
            {
                long waitMs = _endMs - uptimeMs < GustMs - sinceMs ? _endMs - uptimeMs : GustMs - sinceMs;
                return (int)waitMs;
            }

            Deliver(readings, offset);
            return 0;
        }

        private void Look()
        {
            _lookCount = _input.Count;
            _lookMs = _input.TimeMs;
        }

        private void TakeGust(long sinceMs)
        {
            if (sinceMs > GustMsMax)
            {
                return;
            }

            Reading mean = WindConversion.Mean(_input.Count - _lookCount, sinceMs);
            if (_gust.Absence == Absence.NoAnswer || mean.Absence != Absence.None
                || (_gust.Absence == Absence.None && mean.Value > _gust.Value))
            {
                _gust = mean;
            }
        }

        private void Deliver(Reading[] readings, int offset)
        {
            Reading mean = _isCounting
                ? WindConversion.Mean(_input.Count - _countBefore, _input.TimeMs - _beforeMs)
                : Reading.Missing(Absence.WarmingUp);

            // Pulses that no wind can make are in both; and of no time is the mean greater than the greatest of its parts.
            if (mean.Absence != Absence.None)
            {
                _gust = mean;
            }
            else if (_gust.Absence == Absence.OutOfRange || _gust.Absence == Absence.Restarted)
            {
                mean = _gust;
            }
            else if (_gust.Absence == Absence.None && _gust.Value < mean.Value)
            {
                _gust = mean;
            }

            readings[offset] = mean;
            readings[offset + 1] = _gust;
            _isCounting = true;
            _countBefore = _input.Count;
            _beforeMs = _input.TimeMs;
        }
    }
}
