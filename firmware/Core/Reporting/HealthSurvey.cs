using UlmEdge.Core.Batches;
using UlmEdge.Core.Boots;
using UlmEdge.Core.Journal;
using UlmEdge.Core.Time;
using UlmEdge.Ports;

namespace UlmEdge.Core.Reporting
{
    /// <summary>Gathers the facts for a report from all parts of the node. Reads no flash, and allocates nothing.</summary>
    public sealed class HealthSurvey
    {
        private readonly HealthFacts _facts = new HealthFacts();
        private readonly LedgerTotals _totals = new LedgerTotals();
        private readonly Journal.Journal _journal;
        private readonly Outbox _outbox;
        private readonly BatchBuilder _builder;
        private readonly BootClock _clock;
        private readonly NodeCounters _counters;
        private readonly CountingStore _flash;
        private readonly IBoardHealth _board;
        private readonly BootKeeper _boots;

        /// <summary>A survey of a node's parts.</summary>
        public HealthSurvey(
            Journal.Journal journal,
            Outbox outbox,
            BatchBuilder builder,
            BootClock clock,
            NodeCounters counters,
            CountingStore flash,
            IBoardHealth board,
            BootKeeper boots)
        {
            _journal = journal;
            _outbox = outbox;
            _builder = builder;
            _clock = clock;
            _counters = counters;
            _flash = flash;
            _board = board;
            _boots = boots;
        }

        /// <summary>Whoever sends and hears of acknowledgements tells it here; restarted when a report was acknowledged.</summary>
        public AcknowledgeTimes AcknowledgeTimes => _counters.AcknowledgeTimes;

        /// <summary>The facts as they are now.</summary>
        /// <param name="uptimeMs">Now.</param>
        /// <returns>Valid until the next call.</returns>
        public HealthFacts Take(long uptimeMs)
        {
            _facts.Boot = _journal.Boot;
            _facts.UnixSeconds = _clock.UnixSeconds(uptimeMs);
            _facts.UptimeSeconds = uptimeMs / 1000;
            _facts.FreeHeapBytes = _board.FreeHeapBytes;
            _facts.RadioDecibelMilliwatts = _board.RadioDecibelMilliwatts;
            _facts.WaitingSamples = _outbox.WaitingSamples + _builder.Batch.RowCount;
            _facts.OldestAgeSeconds = OldestAgeSeconds(uptimeMs);
            _facts.JournalFiles = _journal.SegmentCount;
            _facts.FlashCloses = _flash.Closes;
            _facts.FlashBytes = _flash.Bytes;
            _facts.FlashRefusals = _flash.Refusals;
            _facts.AcknowledgeMeanMs = AcknowledgeTimes.MeanMs;
            _facts.AcknowledgeMaxMs = AcknowledgeTimes.MaxMs;
            TakeBoots();
            TakeBudgets();
            TakeCounters();
            TakeLedger();
            return _facts;
        }

        private long OldestAgeSeconds(long uptimeMs)
        {
            if (_outbox.WaitingSamples > 0 || _builder.Batch.RowCount == 0)
            {
                return _outbox.OldestAgeSeconds(uptimeMs);
            }

            return _clock.TryGetUptime(_builder.Batch, _journal.Boot, out long takenSeconds) ? (uptimeMs / 1000) - takenSeconds : -1;
        }

        private void TakeBudgets()
        {
            _facts.LifetimeCloses = _boots.LifetimeCloses;
            _facts.FlashErases = WearModel.Erases(_facts.LifetimeCloses);
            _facts.FlashTenthYears = WearModel.TenthYearsLeft(_facts.LifetimeCloses, _facts.FlashCloses, _facts.UptimeSeconds);
            _facts.DutyTenThousandths = EnergyModel.DutyTenThousandths(
                _counters.BatchesPublished, _counters.SamplesTaken, _facts.UptimeSeconds);
            _facts.CoulombsPerDay = EnergyModel.CoulombsPerDay(_counters.BatchesPublished, _facts.UptimeSeconds);
        }

        private void TakeBoots()
        {
            _facts.ResetCause = _boots.Cause;
            _facts.LifetimeBoots = _boots.Boots;
            _facts.BadBoots = _boots.BadBoots;
            _facts.Stage = _boots.Stage;
            _facts.OwnRestarts = _boots.OwnRestarts;
        }

        private void TakeCounters()
        {
            _facts.Connections = _counters.Connections;
            _facts.CommandsDone = _counters.CommandsDone;
            _facts.CommandsRefused = _counters.CommandsRefused;
            _facts.CommandsIgnored = _counters.CommandsIgnored;
            _facts.MissingReadings = _counters.MissingReadings;
        }

        private void TakeLedger()
        {
            _journal.Account(0, _journal.NextSample, _totals);
            _facts.Epoch = _journal.Epoch;
            _facts.SamplesTaken = _totals.Taken;
            _facts.SamplesSent = _totals.Sent;
            _facts.SamplesWaiting = _totals.Waiting;
            _facts.SamplesThinned = _totals.Thinned;
            _facts.SamplesEvicted = _totals.Evicted;
            _facts.SamplesUnreadable = _totals.Unreadable;
            _facts.SamplesNotStored = _totals.NotStored;
            _facts.SamplesUnknown = _totals.Unknown;
            _facts.Summaries = _totals.ThinnedInto;
            _facts.SamplesLeftOut = _totals.LeftOut;
        }
    }
}
