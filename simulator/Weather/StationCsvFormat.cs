namespace UlmEdge.Simulator.Weather;

/// <summary>An amateur weather station's CSV: commas, Unix seconds, units in the header.</summary>
internal sealed class StationCsvFormat : RecordingFormat
{
    private const string Time = "timestamp";
    private const string Temperature = "temperature (*C)";
    private const string Humidity = "humidity (%)";
    private const string Pressure = "pressure (hPa)";
    private const string Wind = "wind_speed (km/h)";
    private const string Battery = "battery_voltage (V)";
    private const double KilometresPerHourAtOneMetrePerSecond = 3.6;

    /// <inheritdoc/>
    public override string Name => "weather station CSV";

    /// <inheritdoc/>
    public override char Separator => ',';

    /// <inheritdoc/>
    public override string TimeColumn => Time;

    /// <inheritdoc/>
    public override string? StationColumn => null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ValueColumns => [Temperature, Humidity, Pressure];

    /// <inheritdoc/>
    public override bool Recognises(IReadOnlyList<string> columns) => columns[0] == Time && columns.Count > 1;

    /// <inheritdoc/>
    public override RecordedRow Read(RecordingLine line) => new(
        line.UnixSecondsMs(Time),
        new AirState(
            line.Number(Temperature, "degrees Celsius"),
            line.Number(Humidity, "per cent"),
            100 * line.Number(Pressure, "hectopascals")),
        line.Number(Wind, "kilometres an hour") / KilometresPerHourAtOneMetrePerSecond,
        line.Number(Battery, "volts"));
}
