namespace UlmEdge.Decoder;

/// <summary>A node's answer to a command.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Id">The command's id.</param>
/// <param name="Code">0 done or begun, 1 wrong request, 2 unknown command, 3 not now, 4 nothing there.</param>
/// <param name="Text">The same in words.</param>
public sealed record CommandAnswer(string Node, string Id, int Code, string Text) : NodeMessage(Node);
