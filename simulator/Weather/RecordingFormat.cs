namespace UlmEdge.Simulator.Weather;

/// <summary>One way in which others write down the weather.</summary>
internal abstract class RecordingFormat
{
    /// <summary>All that can be read.</summary>
    public static readonly IReadOnlyList<RecordingFormat> All =
        [new StationCsvFormat(), new DwdTenMinuteFormat(), new SensorCommunityFormat()];

    /// <summary>Who writes so.</summary>
    public abstract string Name { get; }

    /// <summary>What stands between two fields.</summary>
    public abstract char Separator { get; }

    /// <summary>The column that holds the time.</summary>
    public abstract string TimeColumn { get; }

    /// <summary>The column that says which station it was, or null where a file always has one.</summary>
    public abstract string? StationColumn { get; }

    /// <summary>The columns of which at least one must be there.</summary>
    public abstract IReadOnlyList<string> ValueColumns { get; }

    /// <summary>Whether a header is this format's.</summary>
    public abstract bool Recognises(IReadOnlyList<string> columns);

    /// <summary>Reads one line; does not judge whether the values are possible.</summary>
    /// <exception cref="RecordingException">A field is not what it should be.</exception>
    public abstract RecordedRow Read(RecordingLine line);

    /// <summary>The names in a header line.</summary>
    public string[] Columns(string header) => header.Split(Separator, StringSplitOptions.TrimEntries);
}
