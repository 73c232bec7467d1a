namespace UlmEdge.Simulator.Weather;

/// <summary>Weather as somebody recorded it: the same for every place, gaps and all.</summary>
/// <remarks>
/// A row counts from its time on, until the next row or until it is older than one and a half typical steps. After that
/// nothing is known: a gap stays a gap, and nothing is invented to fill it.
/// </remarks>
public sealed class RecordedWeather : IWeather
{
    private readonly long[] _unixMs;
    private readonly AirState[] _airs;
    private readonly long _holdMs;

    internal RecordedWeather(IReadOnlyCollection<RecordedRow> rows, long holdMs, RecordingSummary summary)
    {
        _unixMs = [.. rows.Select(row => row.UnixMs)];
        _airs = [.. rows.Select(row => row.Air)];
        _holdMs = holdMs;
        Summary = summary;
    }

    /// <summary>What the recording holds.</summary>
    public RecordingSummary Summary { get; }

    /// <inheritdoc/>
    public AirState At(Place place, long unixMs)
    {
        var index = Array.BinarySearch(_unixMs, unixMs);
        index = index < 0 ? ~index - 1 : index;
        return index >= 0 && unixMs - _unixMs[index] <= _holdMs ? _airs[index] : AirState.Unknown;
    }
}
