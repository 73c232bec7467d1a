using UlmEdge.Core.Configuration;

namespace UlmEdge.Core.Publishing
{
    /// <summary>
    /// Which of the configured brokers is used, and whom it has to be certified by: the next one after some failures, and the
    /// first again after a while.
    /// </summary>
    /// <remarks>
    /// An authority is replaced by its successor while both are trusted. Why TLS failed the platform does not tell; so each failure
    /// of an encrypted connection that never came about makes the other one's turn.
    /// </remarks>
    public sealed class BrokerChoice
    {
        private readonly BrokerSettings[] _brokers;
        private readonly string[] _trustFiles;
        private int _trust;
        private bool _wasOpen;
        private int _index;
        private int _failures;
        private long _sinceMs;

        /// <summary>A choice that begins with the first broker.</summary>
        /// <param name="brokers">The brokers, the preferred one first.</param>
        /// <param name="trustFiles">Files with the certificates of authorities; none for those in the device's store.</param>
        public BrokerChoice(BrokerSettings[] brokers, string[] trustFiles)
        {
            _brokers = brokers;
            _trustFiles = trustFiles;
        }

        /// <summary>Whether there is any.</summary>
        public bool HasBroker => _brokers.Length > 0;

        /// <summary>The broker to be used now.</summary>
        public BrokerSettings Current => _brokers[_index];

        /// <summary>The file with the certificate of the authority that is trusted now, or null for the device's store.</summary>
        public string TrustFile => _trustFiles.Length == 0 ? null : _trustFiles[_trust];

        /// <summary>Takes note that it has accepted the connection.</summary>
        public void Opened()
        {
            _wasOpen = true;
        }

        /// <summary>Takes note that it has proved to work.</summary>
        public void Succeeded()
        {
            _failures = 0;
        }

        /// <summary>Takes note that an attempt failed, or a connection ended.</summary>
        public void Failed(long uptimeMs)
        {
            if (!_wasOpen && Current.IsEncrypted && _trustFiles.Length > 1)
            {
                _trust = (_trust + 1) % _trustFiles.Length;
            }

            _wasOpen = false;
            if (++_failures >= Limits.AttemptsPerBroker)
            {
                Use((_index + 1) % _brokers.Length, uptimeMs);
            }
        }

        /// <summary>Whether it is time to see whether the first broker is back.</summary>
        public bool IsReturnDue(long uptimeMs)
        {
            return _index != 0 && uptimeMs - _sinceMs >= Limits.PreferredBrokerMs;
        }

        /// <summary>Uses the first broker again; when it fails once, the next one follows.</summary>
        public void Return(long uptimeMs)
        {
            Use(0, uptimeMs);
            _failures = Limits.AttemptsPerBroker - 1;
        }

        private void Use(int index, long uptimeMs)
        {
            _index = index;
            _failures = 0;
            _sinceMs = uptimeMs;
        }
    }
}
