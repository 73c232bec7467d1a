namespace UlmEdge.Ports
{
    /// <summary>What a node can have to say about itself.</summary>
    public enum NodeEvent
    {
        /// <summary>The loop starts. Detail: boot number.</summary>
        Booted,

        /// <summary>The configuration could not be used as it is; defaults stand in. Detail: number of complaints.</summary>
        ConfigurationFaulty,

        /// <summary>The boot counter could not be kept in flash. Detail: the <see cref="StoreResult"/>.</summary>
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

        /// <summary>A batch had to go because the queue is full. Detail: number of samples lost with it.</summary>
        BatchEvicted,

        /// <summary>A batch in the queue could not be read back. Detail: number of samples it was said to hold, or 0.</summary>
        BatchUnreadable,
    }
}
