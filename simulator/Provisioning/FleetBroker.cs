namespace UlmEdge.Simulator.Provisioning;

/// <summary>A broker as a fleet file names it: <c>mqtts://host:port</c>, or <c>mqtt://</c> for one without TLS.</summary>
internal sealed record FleetBroker(string Host, int Port, bool IsEncrypted);
