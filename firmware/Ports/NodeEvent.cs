namespace UlmEdge.Ports
{
    /// <summary>What a node can have to say about itself.</summary>
    public enum NodeEvent
    {
        /// <summary>The loop starts. Detail: boot number.</summary>
        Booted,

        /// <summary>The configuration could not be used as it is; defaults stand in. Detail: number of complaints.</summary>
        ConfigurationFaulty,

        /// <summary>The flash did not take what was to be written; it is tried again. Detail: the first sample, or the boot.</summary>
        StoreFailed,

        /// <summary>The wall clock is known now. Detail: seconds of uptime at which it was learned.</summary>
        ClockSet,

        /// <summary>A quantity has no value, and had one or another reason before. Detail: channel × 16 + reason.</summary>
        ReadingMissing,

        /// <summary>A quantity has values again. Detail: channel.</summary>
        ReadingBack,

        /// <summary>The network is not there. Detail: 0.</summary>
        LinkDown,

        /// <summary>The network is there. Detail: 0.</summary>
        LinkUp,

        /// <summary>No connection to the broker; tried again later. Detail: milliseconds until then.</summary>
        BrokerUnreachable,

        /// <summary>The broker said no. Detail: CONNACK code (MQTT 3.1.1 section 3.2.2.3).</summary>
        BrokerRefused,

        /// <summary>Connected to the broker. Detail: number of the connection since boot.</summary>
        BrokerConnected,

        /// <summary>A batch was handed to the connection. Detail: its first sample.</summary>
        BatchSent,

        /// <summary>The broker has a batch. Detail: its first sample.</summary>
        BatchAcknowledged,

        /// <summary>Samples had to go because space ran out. Detail: how many.</summary>
        SamplesEvicted,

        /// <summary>Old samples became minimum, mean and maximum because space ran out. Detail: how many.</summary>
        SamplesThinned,

        /// <summary>Stored samples cannot be read any more. Detail: how many.</summary>
        SamplesUnreadable,

        /// <summary>Sample numbers are skipped, since what is gone may have used them. Detail: how many.</summary>
        NumbersLeftOut,

        /// <summary>A new journal was begun. Detail: its epoch.</summary>
        JournalFormatted,

        /// <summary>Files of another node, another epoch or nobody were removed from the journal. Detail: how many.</summary>
        JournalForeign,

        /// <summary>The flash refuses for too long: the node lives in memory. Detail: its epoch there.</summary>
        FlashGivenUp,

        /// <summary>The flash takes writes again: the journal goes on. Detail: its epoch.</summary>
        FlashBack,

        /// <summary>The time of day has moved away from the uptime, lastingly. Detail: by how many seconds.</summary>
        ClockStepped,

        /// <summary>A file with a certificate or key is missing, or is none: there is no connection. Detail: 0.</summary>
        CertificateMissing,

        /// <summary>A configuration from afar was refused; it is reported why. Detail: 0.</summary>
        ConfigurationRefused,

        /// <summary>A configuration from afar is to be tried: the node restarts. Detail: 0.</summary>
        ConfigurationTried,

        /// <summary>A configuration from afar has proved itself. Detail: 0.</summary>
        ConfigurationAccepted,

        /// <summary>A configuration from afar did not prove itself: the node restarts with the last good one. Detail: the reason.</summary>
        ConfigurationReturned,
    }
}
