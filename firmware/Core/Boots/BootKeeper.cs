using UlmEdge.Core.Journal;

namespace UlmEdge.Core.Boots
{
    /// <summary>Knows how the boots before this one ended, and tells the next one how this one goes.</summary>
    /// <remarks>
    /// Important terms. Good boot: it has served for a minute. Bad boot: it ended before, and not because the node wanted so.
    /// A power cut soon after power-on looks like a bad boot: so what a bad boot costs comes back with the next good one.
    /// Bounds: two writes per boot and one per day; below <see cref="BootStage.Normal"/> one per sensor and one more.
    /// </remarks>
    public sealed class BootKeeper
    {
        private readonly CountingStore _flash;
        private readonly BootSlots _slots;
        private readonly BootRecord _record = new BootRecord();
        private int _closesBefore;
        private int _kilobytesBefore;
        private bool _isOwed;
        private long _writeMs;
        private long _dayMs;

        /// <summary>Reads what the last boot left, and notes that another one has begun. Never throws for what is in flash.</summary>
        /// <param name="flash">The flash; what is asked of it is counted from here on.</param>
        public BootKeeper(CountingStore flash)
        {
            _flash = flash;
            _slots = new BootSlots(flash);
            Begin();
        }

        /// <summary>Boots of this flash, the bad ones included.</summary>
        public int Boots => _record.Boots;

        /// <summary>Why the board was restarted, one of <see cref="RestartReason"/>; none for power or a crash.</summary>
        public int Cause { get; private set; }

        /// <summary>Bad boots in a row before this one.</summary>
        public int BadBoots { get; private set; }

        /// <summary>How much this boot dares, one of <see cref="BootStage"/>.</summary>
        public int Stage { get; private set; }

        /// <summary>Own restarts of the day.</summary>
        public int OwnRestarts => _record.OwnRestarts;

        /// <summary>Whether this boot has served for a minute.</summary>
        public bool IsGood => _record.IsGood;

        /// <summary>Changes of the flash in its life; those since the last note before a power cut are not in it.</summary>
        public int LifetimeCloses => _closesBefore + _flash.Closes;

        /// <summary>What was written to the flash in its life, in kB (1024 bytes).</summary>
        public int LifetimeKilobytes => _kilobytesBefore + (int)(_flash.Bytes / 1024);

        /// <summary>Whether a sensor is not to be begun in this boot.</summary>
        /// <param name="sensor">Its place, from 0.</param>
        public bool IsLeftOut(int sensor)
        {
            return Stage == BootStage.TelemetryOnly || (_record.LeftOut & (1 << sensor)) != 0;
        }

        /// <summary>Notes that a sensor is about to be begun: if the board dies now, it was this one.</summary>
        /// <param name="sensor">Its place from 0, or -1 when all of them have been.</param>
        public void Suspect(int sensor)
        {
            _record.Suspect = sensor + 1;
            Write();
        }

        /// <summary>Notes what is due: that the boot is good, what was refused before, and once a day the wear.</summary>
        public void Tick(long uptimeMs)
        {
            if (!_record.IsGood && uptimeMs >= Limits.GoodBootMs)
            {
                _record.IsGood = true;
                _record.BadBoots = 0;
                _record.Suspect = 0;
                _isOwed = true;
            }

            if ((_isOwed && uptimeMs >= _writeMs) || uptimeMs - _writeMs >= Limits.DayMs)
            {
                _writeMs = Write() ? uptimeMs : uptimeMs + Limits.RefusedRetryMs;
            }
        }

        /// <summary>Whether the node may restart itself for this reason.</summary>
        /// <param name="reason">One of <see cref="RestartReason"/>.</param>
        /// <param name="uptimeMs">Now.</param>
        /// <param name="unixSeconds">The time of day, or 0 while it is unknown.</param>
        public bool MayRestart(int reason, long uptimeMs, long unixSeconds)
        {
            FollowDay(uptimeMs, unixSeconds);
            return RestartReason.IsWayBack(reason) || _record.OwnRestarts < Limits.OwnRestartsPerDay;
        }

        /// <summary>Notes that the node restarts itself now, and counts it.</summary>
        /// <returns>False if the flash did not take the note.</returns>
        public bool TryNoteRestart(int reason)
        {
            _record.Reason = reason;
            _record.OwnRestarts++;
            if (Write())
            {
                return true;
            }

            _record.Reason = RestartReason.None;
            _record.OwnRestarts--;
            return false;
        }

        private void Begin()
        {
            bool hasRecord = false;
            for (int i = 0; i < Limits.RefusalsUntilFull && !hasRecord && (i == 0 || _slots.Failed); i++)
            {
                hasRecord = _slots.TryRead(_record);
            }

            Cause = _record.Reason;
            bool wasBad = hasRecord && !_record.IsGood && RestartReason.IsFailure(Cause);
            BadBoots = wasBad ? _record.BadBoots + 1 : _record.BadBoots;
            Stage = BadBoots >= Limits.BadBootsUntilTelemetry ? BootStage.TelemetryOnly
                : BadBoots >= Limits.BadBootsUntilSafe ? BootStage.OneByOne : BootStage.Normal;
            if (Stage == BootStage.Normal)
            {
                _record.LeftOut = 0;
            }
            else if (wasBad && _record.Suspect > 0)
            {
                _record.LeftOut |= 1 << (_record.Suspect - 1);
            }

            _record.Boots++;
            _record.IsGood = false;
            _record.Reason = RestartReason.None;
            _record.BadBoots = BadBoots;
            _record.Suspect = 0;
            _closesBefore = _record.Closes;
            _kilobytesBefore = _record.Kilobytes;
            Write();
        }

        // A day that is known ends at midnight UTC; one that is not, a day after power-on.
        private void FollowDay(long uptimeMs, long unixSeconds)
        {
            int day = (int)(unixSeconds / 86_400);
            bool isOver = day != 0 ? _record.Day != 0 && _record.Day != day : uptimeMs - _dayMs >= Limits.DayMs;
            if (isOver)
            {
                _record.OwnRestarts = 0;
                _dayMs = uptimeMs;
            }

            _record.Day = day != 0 ? day : _record.Day;
        }

        private bool Write()
        {
            if (_slots.Failed)
            {
                return false; // What the flash holds is unknown: better no note than a count that begins anew.
            }

            _record.Closes = LifetimeCloses + 1;
            _record.Kilobytes = LifetimeKilobytes;
            _isOwed = !_slots.Write(_record);
            return !_isOwed;
        }
    }
}
