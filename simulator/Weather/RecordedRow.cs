namespace UlmEdge.Simulator.Weather;

/// <summary>One line of a recording, in our units; NaN where it has no value.</summary>
/// <param name="UnixMs">When.</param>
/// <param name="Air">The air.</param>
/// <param name="WindMetresPerSecond">Wind.</param>
/// <param name="BatteryVolts">The station's own supply.</param>
internal readonly record struct RecordedRow(
    long UnixMs, AirState Air, double WindMetresPerSecond = double.NaN, double BatteryVolts = double.NaN);
