using UlmEdge.Simulator.Weather;
using Xunit;

namespace UlmEdge.Tests.Simulation;

/// <summary>Three ways in which others write down the weather, read and played back.</summary>
public sealed class RecordingTests
{
    private const string StationCsv =
        """
        timestamp,date,temperature (*C),humidity (%),pressure (hPa),wind_speed (km/h),wind_direction,battery_voltage (V)
        1600000000,2020-09-13T14:26:40+02:00,14.38,31,1001.28,0.00,3.0,12.6
        1600000600,2020-09-13T14:36:40+02:00,-0.5,165,998.05,2.70,16,12.6
        1600001200,2020-09-13T14:46:40+02:00,,42,998.05,2.70,6.0,12.6
        1600004800,2020-09-13T15:46:40+02:00,12,40,99.8,2.70,6.0,12.6
        """;

    private const string DwdTenMinutes =
        """
        STATIONS_ID;MESS_DATUM;  QN;PP_10;TT_10;TM5_10;RF_10;TD_10;eor
               4887;202603010000;    3;  950.2;  -1.4;  -2.1;  89.5;  -2.9;eor
               4887;202603010010;    3;   -999;  -1.5;  -999;  -999;  -999;eor

        """;

    private const string SensorCommunity =
        """
        sensor_id;sensor_type;location;lat;lon;timestamp;pressure;altitude;pressure_sealevel;temperature;humidity
        141;BME280;64;48.396;9.994;2026-03-01T00:02:26;95973.31;;;4.21;81.50
        141;BME280;64;48.396;9.994;2026-03-01T00:04:54.5;;;;unavailable;nan
        141;BME280;64;48.396;9.994;2026-03-01T00:04:54.5;95973.31;;;9.99;81.50
        """;

    [Fact]
    public void A_weather_stations_csv_is_read()
    {
        var weather = Load(StationCsv);

        Assert.Equal(new AirState(14.38, 31, 100_128), At(weather, 1_600_000_000));
        Assert.Equal(
            "weather.csv: 4 rows from 2020-09-13 12:26 to 2020-09-13 13:46 UTC, about every 600 s with 1 gaps; "
            + "left out: 1 temperatures, 1 humidities, 1 pressures, 0 repeated rows.",
            weather.Summary.ToString());
    }

    [Fact]
    public void What_is_missing_or_impossible_is_unknown_and_the_rest_of_its_row_counts()
    {
        var weather = Load(StationCsv);

        Assert.Equal(new AirState(-0.5, double.NaN, 99_805), At(weather, 1_600_000_600));
        Assert.Equal(new AirState(double.NaN, 42, 99_805), At(weather, 1_600_001_200));
        Assert.Equal(new AirState(12, 40, double.NaN), At(weather, 1_600_004_800));
    }

    [Theory]
    [InlineData(1_599_999_999, double.NaN)] // before the first row
    [InlineData(1_600_000_000, 14.38)]
    [InlineData(1_600_000_599, 14.38)]
    [InlineData(1_600_000_600, -0.5)]
    [InlineData(1_600_001_199, -0.5)]
    [InlineData(1_600_004_799, double.NaN)] // in the gap
    [InlineData(1_600_004_800, 12.0)]
    [InlineData(1_600_005_700, 12.0)] // the last row, one and a half steps old
    [InlineData(1_600_005_701, double.NaN)]
    public void A_row_holds_until_the_next_or_for_one_and_a_half_steps(long unixSeconds, double celsius) =>
        Assert.Equal(celsius, At(Load(StationCsv), unixSeconds).TemperatureCelsius);

    [Fact]
    public void A_gap_stays_a_gap()
    {
        var weather = Load(StationCsv);

        Assert.Equal(42, At(weather, 1_600_002_100).HumidityPercent);
        Assert.Equal(AirState.Unknown, At(weather, 1_600_002_101));
    }

    [Fact]
    public void Ten_minute_values_of_the_weather_service_are_read()
    {
        var weather = Load(DwdTenMinutes);
        var midnight = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

        Assert.Equal(new AirState(-1.4, 89.5, 95_020), At(weather, midnight));
        Assert.Equal(new AirState(-1.5, double.NaN, double.NaN), At(weather, midnight + 600));
        Assert.Equal((2, 0, 1, 1), Counts(weather.Summary));
    }

    [Fact]
    public void A_sensor_community_archive_is_read()
    {
        var weather = Load(SensorCommunity);
        var first = new DateTimeOffset(2026, 3, 1, 0, 2, 26, TimeSpan.Zero).ToUnixTimeSeconds();

        Assert.Equal(new AirState(4.21, 81.5, 95_973.31), At(weather, first));
        Assert.Equal(AirState.Unknown, At(weather, first + 149));
        Assert.Equal((2, 1, 1, 1), Counts(weather.Summary));
        Assert.Equal(1, weather.Summary.RepeatedRows);
    }

    [Fact]
    public void Sensors_of_other_types_are_read_by_the_names_of_their_columns()
    {
        var weather = Load(
            """
            sensor_id;sensor_type;location;lat;lon;timestamp;temperature;humidity
            8;DHT22;5;1.0;2.0;2026-03-01T00:01:00;14.30;52.80
            8;DHT22;5;1.0;2.0;2026-03-01T00:03:30;15.00;60.00
            """);

        Assert.Equal(new AirState(14.3, 52.8, double.NaN), weather.At(Streets.At(0), weather.Summary.FirstUnixMs));
        Assert.Equal(2, weather.Summary.PressuresLeftOut);
    }

    [Fact]
    public void Every_place_has_the_recorded_weather()
    {
        var weather = Load(StationCsv);

        Assert.Equal(weather.At(Streets.At(0), 1_600_000_000_000), weather.At(Streets.At(70), 1_600_000_000_000));
    }

    private static RecordedWeather Load(string text) => Recording.Load("weather.csv", new StringReader(text));

    private static AirState At(RecordedWeather weather, long unixSeconds)
    {
        var air = weather.At(Streets.At(0), unixSeconds * 1000);
        return air with { PressurePascal = Math.Round(air.PressurePascal, 6) };
    }

    private static (int Rows, int Temperatures, int Humidities, int Pressures) Counts(RecordingSummary summary) =>
        (summary.Rows, summary.TemperaturesLeftOut, summary.HumiditiesLeftOut, summary.PressuresLeftOut);
}
