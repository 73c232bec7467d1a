namespace UlmEdge.Core.Publishing
{
    /// <summary>What the publisher is waiting for.</summary>
    public enum PublisherState
    {
        /// <summary>No broker is configured: the node measures and keeps.</summary>
        NoBroker,

        /// <summary>The network is not there.</summary>
        WaitingForLink,

        /// <summary>An attempt failed, or the node has just started; the next one has a time.</summary>
        BackingOff,

        /// <summary>A connection attempt is under way.</summary>
        Connecting,

        /// <summary>Connected, but the time of day is unknown: samples could not be dated.</summary>
        WaitingForClock,

        /// <summary>Connected; nothing to send.</summary>
        Idle,

        /// <summary>Connected; a batch is under way.</summary>
        AwaitingAcknowledgement,
    }
}
