using UlmEdge.Ports;

namespace UlmEdge.Core.Boots
{
    /// <summary>
    /// A sensor in safe mode: begun for the first time only when the one before it has delivered, and with a note before;
    /// or left out, with that as the reason why it has no values.
    /// </summary>
    public sealed class GuardedSensor : ISensor, ICompensated
    {
        // A measurement takes some ten milliseconds: soon enough to look again.
        private const int TurnMs = 20;

        private readonly ISensor _sensor;
        private readonly BootKeeper _boots;
        private readonly GuardedSensor _before;
        private readonly int _place;
        private readonly int _count;
        private bool _isProven;
        private bool _isSuspect;
        private bool _hasBegun;

        private GuardedSensor(ISensor[] sensors, int place, BootKeeper boots, GuardedSensor before)
        {
            _sensor = sensors[place];
            _place = place;
            _count = sensors.Length;
            _boots = boots;
            _before = before;
        }

        /// <inheritdoc/>
        public string Name => _sensor.Name;

        /// <inheritdoc/>
        public Quantity[] Quantities => _sensor.Quantities;

        /// <inheritdoc/>
        public int LeadMs => _sensor.LeadMs;

        private bool IsLeftOut => _boots.IsLeftOut(_place);

        private bool IsThrough => IsLeftOut ? _before == null || _before.IsThrough : _isProven;

        /// <summary>Puts a guard before each sensor, unless the boot is a normal one.</summary>
        public static ISensor[] Guard(ISensor[] sensors, BootKeeper boots, IEventLog log)
        {
            if (boots.Stage == BootStage.Normal)
            {
                return sensors;
            }

            log.Record(NodeEvent.SafeMode, boots.Stage);
            ISensor[] guarded = new ISensor[sensors.Length];
            GuardedSensor before = null;
            for (int i = 0; i < sensors.Length; i++)
            {
                before = new GuardedSensor(sensors, i, boots, before);
                guarded[i] = before;
                if (before.IsLeftOut)
                {
                    log.Record(NodeEvent.SensorLeftOut, i);
                }
            }

            return guarded;
        }

        /// <inheritdoc/>
        public void Compensate(Quantity quantity, int value)
        {
            (_sensor as ICompensated)?.Compensate(quantity, value);
        }

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            _hasBegun = false;
            return IsLeftOut ? 0 : TryBegin(uptimeMs);
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            if (IsLeftOut)
            {
                for (int i = 0; i < Quantities.Length; i++)
                {
                    readings[offset + i] = Reading.Missing(Absence.LeftOut);
                }

                return 0;
            }

            int waitMs = _hasBegun ? 0 : TryBegin(uptimeMs);
            waitMs = waitMs > 0 || !_hasBegun ? waitMs : _sensor.Collect(uptimeMs, readings, offset);
            if (waitMs == 0 && !_isProven)
            {
                Prove();
            }

            return waitMs;
        }

        private int TryBegin(long uptimeMs)
        {
            if (!_isProven && _before != null && !_before.IsThrough)
            {
                return TurnMs;
            }

            if (!_isProven && !_isSuspect)
            {
                _isSuspect = true;
                _boots.Suspect(_place);
            }

            int waitMs = _sensor.Begin(uptimeMs);
            _hasBegun = true;
            return waitMs;
        }

        // Behind the last one that is begun nobody is suspected any more.
        private void Prove()
        {
            _isProven = true;
            bool isLast = true;
            for (int i = _place + 1; i < _count; i++)
            {
                isLast &= _boots.IsLeftOut(i);
            }

            if (isLast)
            {
                _boots.Suspect(-1);
            }
        }
    }
}
