using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Dashboard;

/// <summary>One reading of one channel as a chart shows it.</summary>
/// <param name="UnixMs">When it was measured.</param>
/// <param name="ReceivedMs">When it arrived, by the clock of whoever shows it.</param>
/// <param name="Value">The value; null where there is a reason instead.</param>
/// <param name="Reasons">Why there is no value.</param>
/// <param name="Doubts">What speaks against the value.</param>
/// <param name="IsLate">Whether it came later than it could have, or after later ones.</param>
internal readonly record struct ChartPoint(
    long UnixMs, long ReceivedMs, decimal? Value, AbsenceReasons Reasons, QualityFlags Doubts, bool IsLate);
