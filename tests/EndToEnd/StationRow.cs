using System.Globalization;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>One row of an amateur station's CSV, read here anew so that the simulator does not judge itself.</summary>
/// <param name="Line">As it stands in the file.</param>
/// <param name="UnixSeconds">Its time.</param>
/// <param name="Temperature">Degrees Celsius.</param>
/// <param name="Humidity">Per cent; the station has some above 100.</param>
/// <param name="Pressure">Pascal.</param>
public sealed record StationRow(string Line, long UnixSeconds, double Temperature, double Humidity, double Pressure)
{
    /// <summary>Whether its humidity can be true.</summary>
    public bool HasHumidity => Humidity is >= 0 and <= 100;

    /// <summary>Reads a file.</summary>
    /// <returns>The header line and the rows.</returns>
    public static (string Header, StationRow[] Rows) Read(string file)
    {
        string[] lines = File.ReadAllLines(file);
        return (lines[0], [.. lines.Skip(1).Select(Of)]);
    }

    private static StationRow Of(string line)
    {
        string[] fields = line.Split(',');
        double Field(int i) => double.Parse(fields[i], CultureInfo.InvariantCulture);
        return new StationRow(line, (long)Field(0), Field(2), Field(3), Field(4) * 100);
    }
}
