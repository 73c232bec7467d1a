using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;
using UlmEdge.Core.Time;

namespace UlmEdge.Core.Publishing
{
    /// <summary>Chooses the batch that is sent next, and dates it: the backlog oldest first, and fresh data beside it.</summary>
    /// <remarks>
    /// After an outage of some length, what comes from then on is fresh and need not wait until the backlog is drained.
    /// The backlog is sent at a limited rate: a district that comes back must not drown its broker.
    /// </remarks>
    public sealed class Backlog
    {
        private readonly Outbox _outbox;
        private readonly Journal.Journal _journal;
        private readonly BootClock _clock;
        private int _epoch;
        private int _old;
        private int _fresh;
        private int _freshFrom;
        private bool _isFresh;
        private long _drainMs;

        /// <summary>The backlog of an outbox.</summary>
        public Backlog(Outbox outbox, Journal.Journal journal, BootClock clock)
        {
            _outbox = outbox;
            _journal = journal;
            _clock = clock;
        }

        /// <summary>The batch chosen last; its times are Unix seconds, or seconds of uptime of a boot that never knew better.</summary>
        public Batch Batch { get; } = new Batch();

        /// <summary>Whether a batch waits for the time of day.</summary>
        public bool NeedsTime { get; private set; }

        /// <summary>Starts over at the oldest: a connection was opened.</summary>
        public void Restart()
        {
            _epoch = _outbox.Epoch;
            _old = _outbox.SettledUpTo;
            bool isLong = _outbox.WaitingSamples > Limits.BacklogSamples;
            _freshFrom = !isLong ? _old : _outbox.AllowsOvertaking ? _outbox.NextSample : int.MaxValue;
            _fresh = _freshFrom;
        }

        /// <summary>Looks again for what is still waiting, e.g. since its acknowledgement could not be noted.</summary>
        public void LookAgain()
        {
            _old = _outbox.SettledUpTo;
            _fresh = _freshFrom > _old ? _freshFrom : _old;
        }

        /// <summary>Chooses the next batch to be sent.</summary>
        /// <returns>False if there is none now.</returns>
        public bool TryChoose(long uptimeMs)
        {
            if (_epoch != _outbox.Epoch)
            {
                Restart(); // The flash was given up: numbers start anew.
            }

            NeedsTime = false;
            _isFresh = _outbox.TryReadNext(_fresh, Batch) && TryDate(uptimeMs);
            if (_isFresh)
            {
                return true;
            }

            return _old < _freshFrom && uptimeMs >= _drainMs
                && _outbox.TryReadNext(_old, Batch) && Batch.FirstSample < _freshFrom && TryDate(uptimeMs);
        }

        /// <summary>Goes on behind the batch chosen last.</summary>
        public void MoveOn(long uptimeMs)
        {
            if (_isFresh)
            {
                _fresh = Batch.EndSample;
            }
            else
            {
                _old = Batch.EndSample;
                _drainMs = uptimeMs + Limits.DrainGapMs;
            }
        }

        private bool TryDate(long uptimeMs)
        {
            if (Batch.TimesAreUnix)
            {
                return true;
            }

            if (Batch.Boot == _journal.Boot)
            {
                return TryDateOfThisBoot(uptimeMs);
            }

            if (!_journal.TryFindClock(Batch.Boot, Batch.FirstSample, out bool isSet, out long offsetSeconds))
            {
                return false;
            }

            if (isSet)
            {
                BootClock.Shift(Batch, offsetSeconds);
            }

            return true;
        }

        // The date must be durable before it is told: after a power cut it must be the same.
        private bool TryDateOfThisBoot(long uptimeMs)
        {
            if (_clock.IsSet && (_outbox.IsInMemory || !_journal.NeedsClock))
            {
                BootClock.Shift(Batch, _clock.FirstOffsetSeconds);
                return true;
            }

            NeedsTime = uptimeMs < Limits.RelativeAfterMs;
            return !NeedsTime && !_clock.IsSet;
        }
    }
}
