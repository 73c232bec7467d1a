namespace UlmEdge.Decoder;

/// <summary>Birth or last will of a node's connection.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="IsOnline">Birth, else last will.</param>
/// <param name="Boot">The boot.</param>
/// <param name="Connection">The connection within the boot.</param>
public sealed record StatusMessage(string Node, bool IsOnline, int Boot, int Connection) : NodeMessage(Node);
