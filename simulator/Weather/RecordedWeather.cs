namespace UlmEdge.Simulator.Weather;

/// <summary>Weather as somebody recorded it: the same for every place, gaps and all.</summary>
/// <remarks>
/// A row counts from its time on, until the next row or until it is older than one and a half typical steps. After that
/// nothing is known: a gap stays a gap, and nothing is invented to fill it.
/// </remarks>
public sealed class RecordedWeather : IWeather
{
    private const int CellsOfStation = 3;

    private readonly long[] _unixMs;
    private readonly RecordedRow[] _rows;
    private readonly StreetLife _street = new(0);
    private readonly long _holdMs;

    internal RecordedWeather(IReadOnlyCollection<RecordedRow> rows, long holdMs, RecordingSummary summary)
    {
        _unixMs = [.. rows.Select(row => row.UnixMs)];
        _rows = [.. rows];
        _holdMs = holdMs;
        Summary = summary;
    }

    /// <summary>What the recording holds.</summary>
    public RecordingSummary Summary { get; }

    /// <inheritdoc/>
    public AirState At(Place place, long unixMs) => RowAt(unixMs)?.Air ?? AirState.Unknown;

    /// <inheritdoc/>
    /// <remarks>
    /// Wind and supply where they were recorded; all else is made up to go with the recorded air. Stations have a battery of 12 V, a node
    /// has a cell: it gets a third of it.
    /// </remarks>
    public StreetState StreetAt(Place place, long unixMs)
    {
        RecordedRow? row = RowAt(unixMs);
        StreetState made = _street.At(place, unixMs, row?.Air ?? AirState.Unknown);
        return made with
        {
            WindMetresPerSecond = Recorded(row?.WindMetresPerSecond, made.WindMetresPerSecond),
            BatteryVolts = Recorded(row?.BatteryVolts / CellsOfStation, made.BatteryVolts),
        };
    }

    private static double Recorded(double? recorded, double made) => recorded is { } value && !double.IsNaN(value) ? value : made;

    private RecordedRow? RowAt(long unixMs)
    {
        var index = Array.BinarySearch(_unixMs, unixMs);
        index = index < 0 ? ~index - 1 : index;
        return index >= 0 && unixMs - _unixMs[index] <= _holdMs ? _rows[index] : null;
    }
}
