namespace UlmEdge.Simulator.Provisioning;

/// <summary>A node as its files have it, for a virtual board.</summary>
/// <param name="Id">Its folder's name.</param>
/// <param name="Files">The files of its flash by their path there, as files.json says.</param>
/// <param name="Wifi">The network that it is to join.</param>
internal sealed record ProvisionedNode(string Id, IReadOnlyDictionary<string, byte[]> Files, WifiSecret Wifi);
