namespace UlmEdge.Decoder;

/// <summary>What was measured at one time.</summary>
/// <param name="Seconds">The time: Unix seconds, or seconds of uptime where the message is not dated.</param>
/// <param name="FirstSample">Number of its first sample; (node, epoch, number) names it for ever.</param>
/// <param name="SampleCount">Samples that it stands for: 1, or more in a summary.</param>
/// <param name="Records">Its records: values, and <c>.q</c> records where there is none.</param>
public sealed record DataRow(decimal Seconds, int FirstSample, int SampleCount, IReadOnlyList<DataRecord> Records)
{
    /// <summary>The records that have a value.</summary>
    public IEnumerable<DataRecord> Values => Records.Where(record => !record.IsNote);

    /// <summary>The records that say why there is no value.</summary>
    public IEnumerable<DataRecord> Absences => Records.Where(record => record.IsAbsence);

    /// <summary>What speaks against values that are there.</summary>
    public IEnumerable<DataRecord> Doubts => Records.Where(record => record.Quality != QualityFlags.Good);
}
