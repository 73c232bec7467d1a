using UlmEdge.Core.Batches;
using UlmEdge.Core.Time;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>Keeps closed batches until the broker has them: in the journal, and in memory while the flash refuses.</summary>
    /// <remarks>
    /// A batch that is only in memory is not sent at first: a power cut would forget that its numbers were used. When the
    /// flash refuses for long, the node lives in memory under an epoch of its own, where that can do no harm; it returns to
    /// the journal once the flash takes writes again and nothing waits in memory.
    /// Invariant: the queue holds consecutive batches that follow the journal's last sample, or, then, all of the new epoch.
    /// </remarks>
    public sealed class Outbox
    {
        private readonly Journal _journal;
        private readonly IEntropy _entropy;
        private readonly IEventLog _log;
        private readonly BootClock _clock;
        private readonly MemoryQueue _queue = new MemoryQueue(Limits.OutboxBytesMax);
        private readonly Batch _batch = new Batch();
        private readonly SampleTimes _times = new SampleTimes();
        private long _refusedSinceMs;
        private long _retryMs;
        private long _workMs;
        private int _next;

        /// <summary>The outbox of a node.</summary>
        public Outbox(Journal journal, BootClock clock, IEntropy entropy, IEventLog log)
        {
            _journal = journal;
            _clock = clock;
            _entropy = entropy;
            _log = log;
            _next = journal.NextSample;
            Epoch = journal.Epoch;
            if (!journal.IsUsable)
            {
                LeaveFlash();
            }
        }

        /// <summary>Whether the flash is given up for now.</summary>
        public bool IsInMemory { get; private set; }

        /// <summary>The epoch of the batches to be appended.</summary>
        public int Epoch { get; private set; }

        /// <summary>The number of the sample that is taken next.</summary>
        public int NextSample => _next;

        /// <summary>Samples that neither the broker has nor are gone.</summary>
        public int WaitingSamples => (IsInMemory ? 0 : _journal.UnsettledCount) + _queue.Samples;

        /// <summary>Samples since boot that gave way in memory, because more had come than it holds.</summary>
        public int SamplesEvicted { get; private set; }

        /// <summary>Bytes of memory in use for batches that the flash has not taken.</summary>
        public int MemoryBytes => _queue.Bytes;

        /// <summary>The number below which nothing waits.</summary>
        public int SettledUpTo => IsInMemory ? 0 : _journal.SettledUpTo;

        /// <summary>Whether the last search has looked at everything from where it began.</summary>
        public bool ReachedEnd => IsInMemory || _journal.ReachedEnd;

        /// <summary>Counts the times that waiting batches became other ones.</summary>
        public int Rewritings => _journal.Rewritings;

        /// <summary>Whether fresh batches may overtake a backlog: the journal can remember so many ranges only.</summary>
        public bool AllowsOvertaking => !IsInMemory && _journal.IslandCount < 3;

        /// <summary>Takes a closed batch of its epoch, from its next sample on: whatever happens, it is the outbox's from now on.</summary>
        public void Append(Batch batch, long uptimeMs)
        {
            if (IsInMemory || _queue.Count > 0 || !_journal.Append(batch))
            {
                Queue(batch, uptimeMs);
            }

            MarkTime(batch);
            _next = batch.EndSample; // Last: who was interrupted, e.g. for want of memory, gives the same batch again.
        }

        /// <summary>Tries again what the flash has refused, and lets the journal tidy up.</summary>
        /// <returns>Uptime at which there is something to do.</returns>
        public long Tick(long uptimeMs)
        {
            if ((IsInMemory || _queue.Count > 0) && uptimeMs >= _retryMs)
            {
                Retry(uptimeMs);
            }

            long wakeMs = IsInMemory || _queue.Count > 0 ? _retryMs : long.MaxValue;
            return IsInMemory ? wakeMs : Work(uptimeMs, wakeMs);
        }

        /// <summary>Reads the first waiting batch that holds a sample from a number on.</summary>
        /// <returns>False if there is none, or if looking further has to wait for the next call.</returns>
        public bool TryReadNext(int fromSample, Batch batch)
        {
            if (IsInMemory)
            {
                return _queue.TryRead(fromSample, batch);
            }

            bool isThere = _journal.TryReadNext(fromSample, batch);
            if (isThere)
            {
                MarkTime(batch);
            }

            return isThere;
        }

        /// <summary>How long ago the oldest waiting sample was taken, without reading the flash.</summary>
        /// <remarks>
        /// After an outage of more than a few batches too large by a seventh of it at most. Unknown after a boot until the first
        /// batch has been read, and for batches without a date of earlier boots.
        /// </remarks>
        /// <returns>Seconds, or -1 if none waits or its time is unknown.</returns>
        public long OldestAgeSeconds(long uptimeMs)
        {
            bool isInQueue = (IsInMemory || _journal.UnsettledCount == 0) && _queue.TryRead(0, _batch);
            long takenSeconds;
            bool isKnown = isInQueue
                ? _clock.TryGetUptime(_batch, _journal.Boot, out takenSeconds)
                : _times.TryFind(_journal.SettledUpTo, out takenSeconds) && WaitingSamples > 0;
            long ageSeconds = (uptimeMs / 1000) - takenSeconds;
            return isKnown && ageSeconds >= 0 ? ageSeconds : -1;
        }

        /// <summary>The oldest sample that is still in flash, whether the broker has it or not.</summary>
        public int OldestKept => _journal.OldestKept;

        /// <summary>Reads the first batch in flash that holds a sample from a number on, whether the broker has it or not.</summary>
        /// <returns>False if there is none, or if looking further has to wait for the next call.</returns>
        public bool TryReadKept(int fromSample, Batch batch)
        {
            return !IsInMemory && _journal.TryReadKept(fromSample, batch);
        }

        /// <summary>What became of samples of the journal's epoch.</summary>
        public LedgerTotals Account(int first, int end)
        {
            return _journal.Account(first, end);
        }

        /// <summary>Takes note that the broker has these samples.</summary>
        /// <returns>Samples that were waiting until now.</returns>
        public int Acknowledge(int epoch, int firstSample, int endSample, bool isSummary)
        {
            if (epoch != Epoch)
            {
                return 0; // Of the time before the flash was given up.
            }

            return IsInMemory
                ? _queue.Remove(firstSample, endSample)
                : _journal.Acknowledge(firstSample, endSample, isSummary);
        }

        private void MarkTime(Batch batch)
        {
            if (!IsInMemory && _clock.TryGetUptime(batch, _journal.Boot, out long uptimeSeconds))
            {
                _times.Mark(batch.FirstSample, uptimeSeconds, _journal.SettledUpTo);
            }
        }

        private long Work(long uptimeMs, long wakeMs)
        {
            if (uptimeMs >= _workMs)
            {
                bool hasMore = _journal.Work();
                _workMs = uptimeMs + (_journal.IsRefused ? Limits.RefusedRetryMs : 0);
                if (hasMore || _journal.IsRefused)
                {
                    long nextMs = _journal.IsRefused ? _workMs : uptimeMs + Limits.PollMs;
                    return nextMs < wakeMs ? nextMs : wakeMs;
                }
            }

            return wakeMs;
        }

        private void Queue(Batch batch, long uptimeMs)
        {
            if (_queue.Count == 0 && !IsInMemory)
            {
                _refusedSinceMs = uptimeMs;
                _retryMs = uptimeMs + Limits.RefusedRetryMs;
            }

            if (!IsInMemory)
            {
                _log.Record(NodeEvent.StoreFailed, batch.FirstSample);
            }

            int evicted = _queue.Append(batch);
            if (evicted > 0)
            {
                SamplesEvicted += evicted;
                _log.Record(NodeEvent.SamplesEvicted, evicted);
            }
        }

        private void Retry(long uptimeMs)
        {
            if (IsInMemory)
            {
                _retryMs = uptimeMs + (_queue.Count == 0 ? Limits.RefusedRetryMs : Limits.PollMs); // Soon: it empties between batches.
                TryReturn();
                return;
            }

            _queue.Remove(0, _journal.NextSample); // If it was interrupted between appending a batch and removing it.
            for (int i = 0; i < Limits.RecordsPerStep && _queue.TryRead(_journal.NextSample, _batch); i++)
            {
                if (_clock.IsSet && !_batch.TimesAreUnix)
                {
                    BootClock.Shift(_batch, _clock.FirstOffsetSeconds); // It was never sent: it can still get its date.
                }

                if (!_journal.Append(_batch))
                {
                    _retryMs = uptimeMs + Limits.RefusedRetryMs;
                    if (uptimeMs - _refusedSinceMs >= Limits.FlashGraceMs)
                    {
                        LeaveFlash();
                    }

                    return;
                }

                _queue.Remove(_batch.FirstSample, _batch.EndSample);
                _refusedSinceMs = uptimeMs; // It does not refuse for long as long as it takes one now and then.
            }
        }

        // What waits in memory may be under way under its epoch: it must not get a second name.
        private void TryReturn()
        {
            if (_queue.Count == 0 && _journal.TryResume())
            {
                IsInMemory = false;
                Epoch = _journal.Epoch;
                _next = _journal.NextSample;
                _log.Record(NodeEvent.FlashBack, Epoch);
            }
        }

        private void LeaveFlash()
        {
            IsInMemory = true;
            Epoch = 1 + _entropy.Next(Limits.EpochLimit - 1);
            _next = _queue.Renumber(Epoch);
            _log.Record(NodeEvent.FlashGivenUp, Epoch);
        }
    }
}
