namespace UlmEdge.Decoder;

/// <summary>The last notable events of a node, oldest first.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Boot">The boot that sends them.</param>
/// <param name="Events">The events.</param>
public sealed record BlackBoxMessage(string Node, int Boot, IReadOnlyList<BlackBoxEvent> Events) : NodeMessage(Node);
