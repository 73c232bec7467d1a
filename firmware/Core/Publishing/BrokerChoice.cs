using UlmEdge.Core.Configuration;

namespace UlmEdge.Core.Publishing
{
    /// <summary>Which of the configured brokers is used: the next one after some failures, and the first again after a while.</summary>
    public sealed class BrokerChoice
    {
        private readonly BrokerSettings[] _brokers;
        private readonly string[] _trustFiles;
        private int _index;
        private int _trust;
        private int _failures;
        private long _sinceMs;

        /// <summary>A choice that begins with the first broker.</summary>
        /// <param name="brokers">The preferred one first.</param>
        /// <param name="trustFiles">Files with certificates of authorities, the current one first; none for the device's store.</param>
        public BrokerChoice(BrokerSettings[] brokers, string[] trustFiles)
        {
            _brokers = brokers;
            _trustFiles = trustFiles;
        }

        /// <summary>Whether there is any.</summary>
        public bool HasBroker => _brokers.Length > 0;

        /// <summary>The broker to be used now.</summary>
        public BrokerSettings Current => _brokers[_index];

        /// <summary>File with the authority that is trusted in the next attempt, or null for the device's store.</summary>
        public string TrustFile => _trustFiles.Length > 0 ? _trustFiles[_trust] : null;

        /// <summary>Takes note that it has proved to work.</summary>
        public void Succeeded()
        {
            _failures = 0;
        }

        /// <summary>Takes note that an attempt failed, or a connection ended.</summary>
        public void Failed(long uptimeMs)
        {
            _failures++;
            if (_failures > 1 && Current.IsEncrypted && _trustFiles.Length > 0)
            {
                _trust = (_trust + 1) % _trustFiles.Length; // Not at the first: a connection that ends says nothing of certificates.
            }

            if (_failures >= Limits.AttemptsPerBroker)
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
