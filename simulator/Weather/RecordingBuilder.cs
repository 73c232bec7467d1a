using System.Globalization;

namespace UlmEdge.Simulator.Weather;

/// <summary>Gathers the rows of one station's recording, in time, and counts what it has to leave out.</summary>
internal sealed class RecordingBuilder(string file, RecordingFormat format)
{
    private const double HoldSteps = 1.5;

    private readonly List<RecordedRow> _rows = [];
    private string? _station;
    private int _repeatedRows;
    private int _temperaturesLeftOut;
    private int _humiditiesLeftOut;
    private int _pressuresLeftOut;

    /// <summary>Takes one line.</summary>
    /// <exception cref="RecordingException">It is not what it should be, or not where.</exception>
    public void Add(RecordingLine line)
    {
        var row = format.Read(line);
        CheckStation(line);
        if (_rows.Count > 0 && row.UnixMs < _rows[^1].UnixMs)
        {
            var before = DateTimeOffset.FromUnixTimeMilliseconds(_rows[^1].UnixMs)
                .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            throw line.Complaint(format.TimeColumn, $"a time not before the previous row's, {before} UTC");
        }

        if (_rows.Count > 0 && row.UnixMs == _rows[^1].UnixMs)
        {
            _repeatedRows++;
            return;
        }

        // A little wider than any weather on record (WMO archive of extremes); beyond it a value cannot be true.
        _rows.Add(new RecordedRow(row.UnixMs, new AirState(
            Possible(row.Air.TemperatureCelsius, -90, 60, ref _temperaturesLeftOut),
            Possible(row.Air.HumidityPercent, 0, 100, ref _humiditiesLeftOut),
            Possible(row.Air.PressurePascal, 30_000, 110_000, ref _pressuresLeftOut)), row.WindMetresPerSecond, row.BatteryVolts));
    }

    /// <summary>The recording.</summary>
    /// <exception cref="RecordingException">There is too little of it.</exception>
    public RecordedWeather Build()
    {
        if (_rows.Count < 2)
        {
            throw new RecordingException(_rows.Count == 0
                ? $"{file}: has no rows after its header, expected at least 2"
                : $"{file}: has only one row, expected at least 2 to see how often it was recorded");
        }

        var steps = _rows.Zip(_rows.Skip(1), (row, next) => next.UnixMs - row.UnixMs).Order().ToArray();
        var typicalStepMs = steps[steps.Length / 2];
        var holdMs = (long)(HoldSteps * typicalStepMs);
        var summary = new RecordingSummary(
            file,
            _rows.Count,
            _repeatedRows,
            _rows[0].UnixMs,
            _rows[^1].UnixMs,
            typicalStepMs,
            steps.Count(step => step > holdMs),
            _temperaturesLeftOut,
            _humiditiesLeftOut,
            _pressuresLeftOut);
        return new RecordedWeather(_rows, holdMs, summary);
    }

    private void CheckStation(RecordingLine line)
    {
        if (format.StationColumn is not { } column)
        {
            return;
        }

        _station ??= line.Text(column);
        if (line.Text(column) != _station)
        {
            throw line.Complaint(column, $"{_station} as in the first row: one recording, one station");
        }
    }

    private static double Possible(double value, double min, double max, ref int leftOut)
    {
        if (value >= min && value <= max)
        {
            return value;
        }

        leftOut++;
        return double.NaN;
    }
}
