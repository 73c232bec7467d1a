namespace UlmEdge.Decoder;

/// <summary>What a node measures, sends and keeps. What it does not say is null.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Contract">Version of the contract, e.g. <c>1.0</c>; a later minor version adds, and changes nothing.</param>
/// <param name="Channels">What it measures.</param>
public sealed record MetaMessage(string Node, string Contract, IReadOnlyList<MetaChannel> Channels) : NodeMessage(Node)
{
    /// <summary>Version of the firmware.</summary>
    public string? Firmware { get; init; }

    /// <summary>The board.</summary>
    public string? Board { get; init; }

    /// <summary>How it writes its samples: <c>json</c>, <c>cbor</c>, <c>compact</c>.</summary>
    public string? Payload { get; init; }

    /// <summary>Seconds between two samples.</summary>
    public int? SampleSeconds { get; init; }

    /// <summary>Samples of a message.</summary>
    public int? BatchSamples { get; init; }

    /// <summary>Seconds after which a message is closed.</summary>
    public int? BatchSeconds { get; init; }

    /// <summary>Bytes of its flash in which samples are kept.</summary>
    public long? KeepsBytes { get; init; }

    /// <summary>Whether its connection is encrypted.</summary>
    public bool? IsEncrypted { get; init; }

    /// <summary>In words, what it sends.</summary>
    public string? Sends { get; init; }

    /// <summary>In words, what it keeps.</summary>
    public string? Retains { get; init; }
}
