using UlmEdge.Ports;

namespace UlmEdge.Core.Boots
{
    /// <summary>
    /// Restarts that the node itself wants: asked for anywhere, granted within the day's budget, done by the loop when what
    /// must be kept is kept and what must be sent is sent. Never for a broker, and never for the network.
    /// </summary>
    public sealed class Restarts
    {
        private readonly BootKeeper _boots;
        private readonly IEventLog _log;
        private long _uptimeMs;
        private long _unixSeconds;
        private long _askedMs;
        private long _refusedMs;
        private int _refused;
        private bool _isNoted;

        /// <summary>Grants restarts.</summary>
        /// <param name="boots">Counts them, and tells the next boot why.</param>
        /// <param name="log">Is told what was granted and what was refused.</param>
        public Restarts(BootKeeper boots, IEventLog log)
        {
            _boots = boots;
            _log = log;
        }

        /// <summary>Why, one of <see cref="RestartReason"/>.</summary>
        public int Reason { get; private set; }

        /// <summary>Whether one was granted and is yet to come.</summary>
        public bool IsPending => Reason != RestartReason.None;

        /// <summary>Asks for a restart; the first reason counts.</summary>
        /// <returns>False if it is refused: the day's restarts are used up.</returns>
        public bool Ask(int reason)
        {
            if (IsPending)
            {
                return true;
            }

            if (!Grants(reason))
            {
                return false;
            }

            Reason = reason;
            _askedMs = _uptimeMs;
            _log.Record(NodeEvent.RestartPlanned, reason);
            return true;
        }

        /// <summary>Whether a restart would be granted now.</summary>
        /// <returns>False if not, which is told.</returns>
        public bool Grants(int reason)
        {
            bool isGranted = _boots.MayRestart(reason, _uptimeMs, _unixSeconds);
            if (!isGranted)
            {
                Refuse(reason);
            }

            return isGranted;
        }

        /// <summary>Takes note of the time, and asks for the end of safe mode when it has lasted long enough.</summary>
        /// <param name="uptimeMs">Now.</param>
        /// <param name="unixSeconds">The time of day, or 0 while it is unknown.</param>
        public void Tick(long uptimeMs, long unixSeconds)
        {
            _uptimeMs = uptimeMs;
            _unixSeconds = unixSeconds;
            if (_boots.Stage != BootStage.Normal && uptimeMs >= Limits.SafeModeMs)
            {
                Ask(RestartReason.LeaveSafeMode);
            }
        }

        /// <summary>Whether to restart now. If so, the next boot will know why.</summary>
        /// <param name="owesAnswers">Whether an answer is still to be sent; it is waited for, but not for long.</param>
        /// <param name="isKept">Whether all that was measured is in flash, or sent; it is waited for.</param>
        public bool TryBegin(bool owesAnswers, bool isKept)
        {
            long waitedMs = _uptimeMs - _askedMs;
            if (IsPending && !isKept && waitedMs >= Limits.RestartStoreMs && MayGiveUp())
            {
                Refuse(Reason); // Whoever asked may ask again: no restart is worth a sample.
                Reason = RestartReason.None;
            }

            if (!IsPending || (owesAnswers && waitedMs < Limits.RestartGraceMs) || (!isKept && !MayLeaveBehind(waitedMs)))
            {
                return false;
            }

            _isNoted = _isNoted || _boots.TryNoteRestart(Reason);
            if (!_isNoted && waitedMs >= Limits.RestartStoreMs && !RestartReason.IsWayBack(Reason))
            {
                Refuse(Reason); // What cannot be counted must not be done: it might be done without end.
                Reason = RestartReason.None;
            }

            return IsPending && (_isNoted || waitedMs >= Limits.RestartStoreMs);
        }

        private bool MayGiveUp()
        {
            return Reason != RestartReason.ConfigurationReturn && Reason != RestartReason.ConfigurationTrial;
        }

        // On trial with a configuration that leads to no broker, nobody may ever take what a flash refuses: being reached counts for more.
        private bool MayLeaveBehind(long waitedMs)
        {
            return Reason == RestartReason.ConfigurationReturn && waitedMs >= Limits.RestartStoreMs;
        }

        private void Refuse(int reason)
        {
            if (reason != _refused || _uptimeMs - _refusedMs >= Limits.RestartRefusedMs)
            {
                _refused = reason;
                _refusedMs = _uptimeMs;
                _log.Record(NodeEvent.RestartRefused, reason);
            }
        }
    }
}
