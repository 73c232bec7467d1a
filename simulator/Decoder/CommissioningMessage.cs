namespace UlmEdge.Decoder;

/// <summary>The result of a node's test of itself. What it does not say is null.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="HasPassed">Whether all was well at one moment of this boot.</param>
/// <param name="Boot">The boot.</param>
/// <param name="Checks">What was looked at, by name, in the node's order: <c>ok</c>, or in a few words what is wrong.</param>
/// <param name="Sensors">Each sensor by name: <c>ok</c>, or why it does not deliver.</param>
public sealed record CommissioningMessage(
    string Node,
    bool HasPassed,
    int Boot,
    IReadOnlyList<KeyValuePair<string, string>> Checks,
    IReadOnlyList<KeyValuePair<string, string>> Sensors) : NodeMessage(Node)
{
    /// <summary>Seconds of uptime at which the result was found.</summary>
    public int? AfterSeconds { get; init; }

    /// <summary>Tells the configuration that holds from others.</summary>
    public string? Configuration { get; init; }
}
