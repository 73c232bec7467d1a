namespace UlmEdge.Decoder;

/// <summary>The three ways in which a node writes its samples.</summary>
public enum PayloadKind
{
    /// <summary>SenML JSON (RFC 8428 section 5).</summary>
    Json,

    /// <summary>SenML CBOR (RFC 8428 section 6).</summary>
    Cbor,

    /// <summary>The bytes of the batch as it lay in the node's flash.</summary>
    Compact,
}
