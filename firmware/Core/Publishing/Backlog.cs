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
        private readonly ReadCursor _old = new ReadCursor();
        private readonly ReadCursor _fresh = new ReadCursor();
        private readonly ReadCursor _again = new ReadCursor();
        private ReadCursor _chosen;
        private ReadCursor _held;
        private bool _isSearching;
        private int _epoch;
        private int _rewritings;
        private int _undatedUpTo;
        private long _drainMs;
        private long _clockMs;

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
            if (_epoch != _outbox.Epoch)
            {
                _undatedUpTo = 0;
                _again.Restart(0, 0);
            }

            _epoch = _outbox.Epoch;
            _chosen = null;
            _held = null;
            bool isLong = _outbox.WaitingSamples > Limits.BacklogSamples;
            int split = !isLong ? _outbox.SettledUpTo : _outbox.AllowsOvertaking ? _outbox.NextSample : int.MaxValue;
            _old.Restart(_outbox.SettledUpTo, split);
            _fresh.Restart(split, int.MaxValue);
        }

        /// <summary>Sends batches again that hold samples of a range, whether the broker has them or not, after all else.</summary>
        /// <returns>False if another range is being sent again.</returns>
        public bool TrySendAgain(int firstSample, int endSample)
        {
            if (!_again.IsAtEnd)
            {
                return false;
            }

            _again.Restart(firstSample, endSample);
            return true;
        }

        /// <summary>Whether there is still something to be sent again.</summary>
        public bool IsSendingAgain => !_again.IsAtEnd;

        /// <summary>The connection is over: what was under way of the range that is sent again may not have arrived.</summary>
        public void TakeBack(SendWindow window)
        {
            _again.MoveBack(window.FirstUnderWay(_again.First, _again.Next));
        }

        /// <summary>Looks again for what is still waiting, e.g. since its acknowledgement could not be noted.</summary>
        public void LookAgain()
        {
            if (_old.IsAtEnd && _fresh.IsAtEnd)
            {
                _old.Restart(_outbox.SettledUpTo, _old.End);
                _fresh.Restart(_outbox.SettledUpTo > _old.End ? _outbox.SettledUpTo : _old.End, int.MaxValue);
            }
        }

        /// <summary>Chooses the next batch to be sent.</summary>
        /// <returns>False if there is none now.</returns>
        public bool TryChoose(long uptimeMs)
        {
            if (_epoch != _outbox.Epoch)
            {
                Restart(); // The flash was given up, or is back: numbers are other ones.
            }

            if (_rewritings != _outbox.Rewritings)
            {
                _held = null; // What was read may be another batch now.
                _chosen = null;
            }

            if (_chosen != null)
            {
                return true;
            }

            NeedsTime = false;
            _isSearching = false;
            _chosen = TryRead(_fresh) && TryDate(uptimeMs) ? _fresh
                : !_isSearching && uptimeMs >= _drainMs && TryRead(_old) && TryDate(uptimeMs) ? _old
                : !_isSearching && uptimeMs >= _drainMs && TryRead(_again) && TryDate(uptimeMs) ? _again
                : null;
            return _chosen != null;
        }

        /// <summary>Goes on behind the batch chosen last.</summary>
        public void MoveOn(long uptimeMs)
        {
            _chosen.MoveTo(Batch.EndSample);
            if (_chosen != _fresh)
            {
                _drainMs = uptimeMs + Limits.DrainGapMs;
            }

            _held = null;
            _chosen = null;
        }

        // A batch that waits for its date is not looked for again each time.
        private bool TryRead(ReadCursor cursor)
        {
            if (cursor == _held)
            {
                return true;
            }

            if (cursor.Next >= cursor.End)
            {
                cursor.IsAtEnd = true;
                return false;
            }

            _held = null;
            _rewritings = _outbox.Rewritings;
            bool isThere = cursor == _again ? _outbox.TryReadKept(cursor.Next, Batch) : _outbox.TryReadNext(cursor.Next, Batch);
            cursor.IsAtEnd = isThere ? Batch.FirstSample >= cursor.End : _outbox.ReachedEnd;
            _held = isThere && !cursor.IsAtEnd ? cursor : null;
            return _held != null;
        }

        private bool TryDate(long uptimeMs)
        {
            if (Batch.TimesAreUnix)
            {
                return true;
            }

            if (_outbox.IsInMemory)
            {
                return TryDateInMemory(uptimeMs);
            }

            if (Batch.Boot == _journal.Boot && Batch.EndSample > _journal.ClockedUpTo)
            {
                AwaitClock(uptimeMs);
                return false;
            }

            if (!_journal.TryFindClock(Batch.Boot, Batch.FirstSample, out bool isSet, out long offsetSeconds))
            {
                _isSearching = true; // Two searches at once would begin each other anew for ever.
                return false;
            }

            if (isSet)
            {
                BootClock.Shift(Batch, offsetSeconds);
            }

            return true;
        }

        // What a sample's time is must be durable before it is told: after a power cut it must be the same. That holds for a
        // date, which the node stores once it has learned the time, and for having none.
        private void AwaitClock(long uptimeMs)
        {
            NeedsTime = true;
            if (!_clock.IsSet && uptimeMs >= Limits.RelativeAfterMs && uptimeMs >= _clockMs && !_journal.AppendClock(0))
            {
                _clockMs = uptimeMs + Limits.RefusedRetryMs;
            }
        }

        private bool TryDateInMemory(long uptimeMs)
        {
            if (_clock.IsSet && Batch.FirstSample >= _undatedUpTo)
            {
                BootClock.Shift(Batch, _clock.FirstOffsetSeconds);
                return true;
            }

            NeedsTime = !_clock.IsSet && uptimeMs < Limits.RelativeAfterMs;
            if (!NeedsTime && Batch.EndSample > _undatedUpTo)
            {
                _undatedUpTo = Batch.EndSample;
            }

            return !NeedsTime;
        }
    }
}
