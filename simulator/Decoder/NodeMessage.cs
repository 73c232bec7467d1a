namespace UlmEdge.Decoder;

/// <summary>A message of a node.</summary>
/// <param name="Node">The node's id.</param>
public abstract record NodeMessage(string Node);
