namespace UlmEdge.Core.Configuration
{
    /// <summary>What a node is told. Every field has a default with which it works as far as it can.</summary>
    public sealed class NodeConfiguration
    {
        /// <summary>The node's id: 1 to 32 of a-z, 0-9 and hyphen. Default: a pseudonym of the board.</summary>
        public string NodeId;

        /// <summary>What topics begin with. Default <c>ulm/v1</c>.</summary>
        public string Root = "ulm/v1";

        /// <summary>The board's name, or null to take it from the firmware build.</summary>
        public string Board;

        /// <summary>The brokers, the preferred one first. Without any the node measures and keeps, but sends nothing.</summary>
        public BrokerSettings[] Brokers = { };

        /// <summary>
        /// Files with the certificates of the authorities that brokers may have theirs from, tried in turn; at most two, so that
        /// one can replace the other. Default none: those in the device's store.
        /// </summary>
        public string[] TrustFiles = { };

        /// <summary>File with the node's own certificate, or null.</summary>
        public string CertificateFile;

        /// <summary>File with its key, or null.</summary>
        public string KeyFile;

        /// <summary>Seconds between two reports on how the node fares. Default 3600.</summary>
        public int HealthSeconds = 3600;

        /// <summary>Host of a time server in the same street, or null for the platform's own choice (pool.ntp.org).</summary>
        public string TimeServer;

        /// <summary>Whether the node describes itself to Home Assistant, and keeps each channel's latest value there. Default no.</summary>
        public bool HomeAssistant;

        /// <summary>Seconds between two samples. Default 60.</summary>
        public int SampleSeconds = 60;

        /// <summary>Samples after which a batch is closed. Default 10.</summary>
        public int BatchSamples = 10;

        /// <summary>Seconds after which a batch is closed. Default 300: nothing waits longer than five minutes.</summary>
        public int BatchSeconds = 300;

        /// <summary>What batches are sent as: one of <see cref="Payloads"/>. Default <c>json</c>.</summary>
        public string Payload = Payloads.Json;

        /// <summary>Messages under way together, 1 to 4. Default 2.</summary>
        public int Window = 2;

        /// <summary>No time before this Unix second is believed. Default: a little before this firmware was made.</summary>
        public int TimeFloorUnixSeconds = Limits.TimeFloorUnixSeconds;

        /// <summary>Space for the journal in segments of 4 kB. Default 30: half of a 256 kB volume.</summary>
        public int JournalSegments = Limits.SegmentsMax;

        /// <summary>The sensors that are fitted. Default: one BME280.</summary>
        public string[] Sensors = { "bme280" };

        /// <summary>When single sensors are sampled. Default: all together.</summary>
        public IntervalSettings[] Intervals = { };

        /// <summary>How values are corrected. Default: not at all.</summary>
        public CalibrationSettings[] Calibrations = { };

        /// <summary>What does not wait for its batch. Default: nothing.</summary>
        public AlarmSettings[] Alarms = { };

        /// <summary>The names of the sensors that were made, in their order, or null for all of them; not a field of the file.</summary>
        public string[] FittedSensors;

        /// <summary>How many faults were found while it was read; not a field of the file.</summary>
        public int Faults;

        /// <summary>The defaults for a node with this pseudonym.</summary>
        public NodeConfiguration(string pseudonym)
        {
            NodeId = pseudonym;
        }
    }
}
