namespace UlmEdge.Benchmarks.Report;

/// <summary>What was measured of one thing, beside its peers.</summary>
/// <param name="Key">By which it can be asked for: <c>--only writing</c>.</param>
/// <param name="Title">What it is.</param>
/// <param name="Text">How it was measured, and what the peer does not do.</param>
/// <param name="Columns">Names of the columns of figures.</param>
/// <param name="Rows">The rows.</param>
internal sealed record FigureTable(string Key, string Title, string Text, IReadOnlyList<string> Columns, IReadOnlyList<FigureRow> Rows);
