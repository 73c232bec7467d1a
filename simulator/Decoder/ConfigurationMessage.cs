namespace UlmEdge.Decoder;

/// <summary>What became of the configuration that was asked for from afar. What it does not say is null.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="State">
/// <c>provisioned</c>, <c>trial</c>, <c>good</c>, <c>refused</c>, <c>returned</c>, or what a later version says.
/// </param>
/// <param name="Boot">The boot.</param>
public sealed record ConfigurationMessage(string Node, string State, int Boot) : NodeMessage(Node)
{
    /// <summary>The id of the configuration that was asked for.</summary>
    public string? Id { get; init; }

    /// <summary>Why it was refused or returned from, as one sentence.</summary>
    public string? Why { get; init; }

    /// <summary>Tells the configuration that holds from others.</summary>
    public string? Configuration { get; init; }

    /// <summary>Whether the node does not do what was asked for.</summary>
    public bool IsRefusal => State is "refused" or "returned";
}
