namespace UlmEdge.Simulator.Weather;

/// <summary>One sensor's day from archive.sensor.community; its columns depend on the sensor's type.</summary>
internal sealed class SensorCommunityFormat : RecordingFormat
{
    private const string Sensor = "sensor_id";
    private const string Time = "timestamp";
    private const string Temperature = "temperature";
    private const string Humidity = "humidity";
    private const string Pressure = "pressure";
    private static readonly string[] NoValue = ["nan", "unavailable", "unknown"];

    /// <inheritdoc/>
    public override string Name => "sensor.community archive";

    /// <inheritdoc/>
    public override char Separator => ';';

    /// <inheritdoc/>
    public override string TimeColumn => Time;

    /// <inheritdoc/>
    public override string? StationColumn => Sensor;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ValueColumns => [Temperature, Humidity, Pressure];

    /// <inheritdoc/>
    public override bool Recognises(IReadOnlyList<string> columns) => columns[0] == Sensor && columns.Contains(Time);

    /// <inheritdoc/>
    public override RecordedRow Read(RecordingLine line) => new(
        line.UtcTimeMs(Time, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "2026-03-01T00:10:00"),
        new AirState(
            line.Number(Temperature, "degrees Celsius", NoValue),
            line.Number(Humidity, "per cent", NoValue),
            line.Number(Pressure, "pascals", NoValue)));
}
