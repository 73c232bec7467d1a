namespace UlmEdge.Benchmarks.Report;

/// <summary>A row of a table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Values">The figures, one for each column; null where there is none.</param>
internal sealed record FigureRow(string What, IReadOnlyList<double?> Values);
