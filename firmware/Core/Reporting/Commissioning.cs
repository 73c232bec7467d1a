using UlmEdge.Core.Boots;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Journal;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Readings;
using UlmEdge.Core.Time;
using UlmEdge.Ports;

namespace UlmEdge.Core.Reporting
{
    /// <summary>Finds out whether a node that was just mounted works, from its sensors to the broker's acknowledgement.</summary>
    /// <remarks>
    /// Passed is the moment at which all checks are fine; failed is a check that is not after <see cref="Limits.CommissioningMs"/>.
    /// What has failed can still pass; what has passed stays so in this boot: from then on health tells.
    /// </remarks>
    public sealed class Commissioning
    {
        private readonly NodeConfiguration _configuration;
        private readonly Publisher _publisher;
        private readonly BrokerChoice _choice;
        private readonly INetworkLink _link;
        private readonly BootClock _clock;
        private readonly Outbox _outbox;
        private readonly NodeCounters _counters;
        private readonly SensorStates _sensors;
        private readonly BootKeeper _boots;

        /// <summary>A test that has not begun.</summary>
        public Commissioning(
            NodeConfiguration configuration,
            Publisher publisher,
            BrokerChoice choice,
            INetworkLink link,
            BootClock clock,
            Outbox outbox,
            NodeCounters counters,
            SensorStates sensors,
            BootKeeper boots)
        {
            _configuration = configuration;
            _publisher = publisher;
            _choice = choice;
            _link = link;
            _clock = clock;
            _outbox = outbox;
            _counters = counters;
            _sensors = sensors;
            _boots = boots;
        }

        /// <summary>Whether all was well, at some moment of this boot.</summary>
        public bool HasPassed { get; private set; }

        /// <summary>Whether there is a result.</summary>
        public bool IsDecided { get; private set; }

        /// <summary>Seconds of uptime at which the result was found.</summary>
        public long AfterSeconds { get; private set; }

        /// <summary>Looks at everything.</summary>
        /// <returns>Whether there is a new result.</returns>
        public bool Tick(long uptimeMs)
        {
            if (HasPassed)
            {
                return false;
            }

            HasPassed = IsAllWell();
            bool isNew = HasPassed || (!IsDecided && uptimeMs >= Limits.CommissioningMs);
            if (isNew)
            {
                IsDecided = true;
                AfterSeconds = uptimeMs / 1000;
            }

            return isNew;
        }

        /// <summary>What the light is to say: the first thing that is not well, nearest to the pole first.</summary>
        public int Signal(long uptimeMs)
        {
            if (!IsDecided)
            {
                return LightSignal.Testing;
            }

            int signal = Fault();
            return signal == LightSignal.Well && HasPassed && uptimeMs < Limits.PassedLightMs ? LightSignal.Passed : signal;
        }

        /// <summary>Whether the sensors deliver: <c>ok</c>, or how many do not.</summary>
        public string Sensors => _sensors.AllDeliver ? "ok" : _sensors.MissingCount.ToString() + " not delivering";

        /// <summary>Whether the network is there.</summary>
        public string Network => _link.IsUp ? "ok" : "not joined";

        /// <summary>Whether the time of day is known.</summary>
        public string Time => _clock.IsSet ? "ok" : "unknown";

        /// <summary>Whether the connection is encrypted: <c>ok</c>, <c>plain</c> if it is not to be, or what is missing.</summary>
        public string Tls => !_choice.HasBroker || !_choice.Current.IsEncrypted ? "plain"
            : _publisher.LastFailure == BrokerEventKind.NoCertificate ? "certificate or key missing"
            : _publisher.IsConnected || _counters.Connections > 0 ? "ok" : "no connection";

        /// <summary>Whether a broker has accepted the node.</summary>
        public string Broker => !_choice.HasBroker ? "none configured"
            : _counters.Connections > 0 ? "ok"
            : _publisher.LastFailure == BrokerEventKind.Refused ? "refused user, password or id" : "not reached";

        /// <summary>Whether the broker has acknowledged a batch of this boot.</summary>
        public string Batch => _counters.BatchesAcknowledged > 0 ? "ok" : "none acknowledged";

        /// <summary>Whether the flash takes what is to be kept.</summary>
        public string Flash => _outbox.IsInMemory ? "refuses" : "ok";

        /// <summary>Whether the configuration that holds is sound.</summary>
        /// <remarks>One from afar that was refused leaves it as it was, and is told on <c>config/reported</c>.</remarks>
        public string Configuration => _configuration.Faults > 0 ? _configuration.Faults.ToString() + " fault(s) in ulmedge.json"
            : _boots.Stage != BootStage.Normal ? "safe mode" : "ok";

        private bool IsAllWell()
        {
            return Fault() == LightSignal.Well && _counters.BatchesAcknowledged > 0 && _counters.Connections > 0;
        }

        private int Fault()
        {
            bool isSending = _publisher.IsConnected && _clock.IsSet;
            return _configuration.Faults > 0 || _boots.Stage != BootStage.Normal ? LightSignal.Configuration
                : _outbox.IsInMemory ? LightSignal.Flash
                : !_sensors.AllDeliver ? LightSignal.Sensor
                : isSending ? LightSignal.Well
                : !_choice.HasBroker ? LightSignal.NoBroker
                : !_link.IsUp ? LightSignal.NoNetwork
                : _publisher.LastFailure == BrokerEventKind.NoCertificate ? LightSignal.Certificate
                : _publisher.IsConnected ? LightSignal.NoTime : LightSignal.NoBroker;
        }
    }
}
