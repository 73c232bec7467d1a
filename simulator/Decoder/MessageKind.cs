namespace UlmEdge.Decoder;

/// <summary>What a topic below <c>{root}/{node}/</c> carries.</summary>
public enum MessageKind
{
    /// <summary>None of those that a node publishes, or one that this version does not know.</summary>
    Other,

    /// <summary>Samples: <c>data/…</c>, or <c>data-rel/…</c> where the node never learned the time.</summary>
    Data,

    /// <summary>Birth or last will: <c>status</c>.</summary>
    Status,

    /// <summary>What the node measures, sends and keeps: <c>meta</c>.</summary>
    Meta,

    /// <summary>How the node fares: <c>health</c>.</summary>
    Health,

    /// <summary>The answer to a command: <c>cmd-ack/{id}</c>.</summary>
    CommandAnswer,

    /// <summary>The last notable events: <c>black-box</c>.</summary>
    BlackBox,

    /// <summary>The result of the node's test of itself: <c>commissioning</c>.</summary>
    Commissioning,

    /// <summary>What became of the configuration that was asked for: <c>config/reported</c>.</summary>
    Configuration,
}
