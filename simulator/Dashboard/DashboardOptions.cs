using System.Net;

namespace UlmEdge.Simulator.Dashboard;

/// <summary>Where the page is served.</summary>
/// <param name="Host">The address; on any but loopback a token is needed.</param>
/// <param name="Port">The port; 0 lets the system choose.</param>
public sealed record DashboardOptions(IPAddress Host, int Port);
