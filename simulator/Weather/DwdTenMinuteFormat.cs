namespace UlmEdge.Simulator.Weather;

/// <summary>Ten-minute values of the Deutscher Wetterdienst, <c>produkt_zehn_min_tu_*.txt</c>.</summary>
/// <remarks>
/// Fields are padded with blanks. The time is UTC and ends its ten minutes (before the year 2000 it is CET, which the
/// file does not say; it is taken as UTC). Pressure is at the station's own height.
/// </remarks>
internal sealed class DwdTenMinuteFormat : RecordingFormat
{
    private const string Station = "STATIONS_ID";
    private const string Time = "MESS_DATUM";
    private const string Temperature = "TT_10";
    private const string Humidity = "RF_10";
    private const string Pressure = "PP_10";
    private const string NoValue = "-999";

    /// <inheritdoc/>
    public override string Name => "DWD ten-minute values";

    /// <inheritdoc/>
    public override char Separator => ';';

    /// <inheritdoc/>
    public override string TimeColumn => Time;

    /// <inheritdoc/>
    public override string? StationColumn => Station;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ValueColumns => [Temperature, Humidity, Pressure];

    /// <inheritdoc/>
    public override bool Recognises(IReadOnlyList<string> columns) =>
        columns[0] == Station && columns.Contains(Time);

    /// <inheritdoc/>
    public override RecordedRow Read(RecordingLine line) => new(
        line.UtcTimeMs(Time, "yyyyMMddHHmm", "202603010010"),
        new AirState(
            line.Number(Temperature, "degrees Celsius", NoValue),
            line.Number(Humidity, "per cent", NoValue),
            100 * line.Number(Pressure, "hectopascals", NoValue)));
}
