using UlmEdge.Simulator.Dashboard;

namespace UlmEdge.Simulator.Runners;

/// <summary>What the user asked of <c>live</c>.</summary>
/// <param name="Plan">The street.</param>
/// <param name="For">How long in real time, or null for until Ctrl-C.</param>
/// <param name="Plain">Lines instead of a live table.</param>
/// <param name="Json">A JSON object as the last line.</param>
/// <param name="Page">Where the dashboard is served, or null for nowhere.</param>
public sealed record LiveOptions(StreetPlan Plan, TimeSpan? For, bool Plain, bool Json, DashboardOptions? Page = null);
