using UlmEdge.Ports;

namespace UlmEdge.Core.Boots
{
    /// <summary>Notices that the loop is stuck, and restarts the board so that the next boot knows why.</summary>
    /// <remarks>
    /// It is looked after from a thread of its own. It counts its own turns, and not time: when a native call has kept all
    /// threads waiting, the loop gets as long again to show that it lives. While such a call lasts nobody is supervised.
    /// </remarks>
    public sealed class Supervisor
    {
        private readonly BootKeeper _boots;
        private readonly IPower _power;
        private int _beats;
        private int _seen;
        private int _silentTurns;

        /// <summary>A supervisor of a loop that has yet to begin.</summary>
        public Supervisor(BootKeeper boots, IPower power)
        {
            _boots = boots;
            _power = power;
        }

        /// <summary>Where the event goes; null while there is no node.</summary>
        public BlackBox BlackBox { get; set; }

        /// <summary>The loop lives.</summary>
        public void Beat()
        {
            _beats++;
        }

        /// <summary>Looks whether the loop has shown a sign of life since; to be called every <see cref="Limits.SupervisionMs"/>.</summary>
        public void Look(long uptimeMs)
        {
            int beats = _beats;
            _silentTurns = beats == _seen ? _silentTurns + 1 : 0;
            _seen = beats;
            bool isGranted = _boots.MayRestart(RestartReason.Stuck, uptimeMs, 0);
            int turnsMax = (isGranted ? Limits.StuckMs : Limits.StuckRefusedMs) / Limits.SupervisionMs;
            if (_silentTurns < turnsMax)
            {
                return;
            }

            if (BlackBox != null)
            {
                BlackBox.UptimeSeconds = uptimeMs / 1000;
                BlackBox.Record(NodeEvent.LoopStuck, _silentTurns * (Limits.SupervisionMs / 1000));
            }

            // A node that is stuck is of no use: it is restarted also if the flash does not take the note.
            _boots.TryNoteRestart(RestartReason.Stuck);
            if (BlackBox != null)
            {
                BlackBox.Save();
            }

            _power.Reboot();
        }
    }
}
