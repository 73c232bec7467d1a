namespace UlmEdge.Ports
{
    /// <summary>What a node can have to say about itself.</summary>
    /// <remarks>The numbers are in the black box and on the wire: they are never reused; new events go to the end.</remarks>
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

        /// <summary>Why the board was restarted. Detail: the reason of the node itself, or 0 for power or a crash.</summary>
        ResetCause = 22,

        /// <summary>Boots before this one ended within their first minute. Detail: how many in a row.</summary>
        BadBoots = 23,

        /// <summary>The node does not start all of itself. Detail: the stage, 1 sensors one by one, 2 none.</summary>
        SafeMode = 24,

        /// <summary>A sensor is not begun in this boot. Detail: its place in the configuration, from 0.</summary>
        SensorLeftOut = 25,

        /// <summary>The node restarts itself soon. Detail: the reason.</summary>
        RestartPlanned = 26,

        /// <summary>A restart is not granted: too many for one day, or it cannot be counted. Detail: the reason.</summary>
        RestartRefused = 27,

        /// <summary>Memory is short, or not any more. Detail: what the node does without, 0 nothing, 1 some, 2 all but its duty.</summary>
        MemoryShort = 28,

        /// <summary>The loop is stuck. Detail: seconds since its last sign of life.</summary>
        LoopStuck = 29,

        /// <summary>A file with a certificate or key is missing, or is none: there is no connection. Detail: 0.</summary>
        CertificateMissing = 30,

        /// <summary>A configuration from afar was refused; it is reported why. Detail: 0.</summary>
        ConfigurationRefused = 31,

        /// <summary>A configuration from afar is to be tried: the node restarts. Detail: 0.</summary>
        ConfigurationTried = 32,

        /// <summary>A configuration from afar has proved itself. Detail: 0.</summary>
        ConfigurationAccepted = 33,

        /// <summary>A configuration from afar did not prove itself: the node restarts with the last good one. Detail: the reason.</summary>
        ConfigurationReturned = 34,

        /// <summary>An alarm is raised: what speaks for it is sent at once. Detail: its channel.</summary>
        AlarmRaised = 35,

        /// <summary>An alarm is over. Detail: its channel.</summary>
        AlarmEnded = 36,
    }
}
