namespace UlmEdge.Decoder;

/// <summary>One record of a row.</summary>
/// <param name="Name">E.g. <c>temp</c>, <c>temp.mean</c> in a summary, <c>temp.q</c> for the reasons why there is none.</param>
/// <param name="Unit">SenML unit, e.g. <c>Cel</c>; null where there is none.</param>
/// <param name="Value">The number, exactly as the node meant it.</param>
public readonly record struct DataRecord(string Name, string? Unit, decimal Value)
{
    private const string AbsenceSuffix = ".q";

    /// <summary>Whether the number is a set of reasons why there is no value.</summary>
    public bool IsAbsence => Name.EndsWith(AbsenceSuffix, StringComparison.Ordinal);

    /// <summary>The name without <c>.q</c>.</summary>
    public string Channel => IsAbsence ? Name[..^AbsenceSuffix.Length] : Name;

    /// <summary>Why there is no value; none of them for a record that has one.</summary>
    public AbsenceReasons Reasons =>
        IsAbsence && Value is >= 0 and <= int.MaxValue ? (AbsenceReasons)(int)Value : AbsenceReasons.None;
}
