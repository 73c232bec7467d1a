namespace UlmEdge.Decoder;

/// <summary>One record of a row.</summary>
/// <param name="Name">E.g. <c>temp</c>, <c>temp.mean</c> in a summary, <c>temp.q</c> for what there is to say of it.</param>
/// <param name="Unit">SenML unit, e.g. <c>Cel</c>; null where there is none.</param>
/// <param name="Value">The number, exactly as the node meant it.</param>
public readonly record struct DataRecord(string Name, string? Unit, decimal Value)
{
    private const string NoteSuffix = ".q";
    private const int DoubtShift = 16;

    /// <summary>Whether the number is no value, but says something of one, or why there is none.</summary>
    public bool IsNote => Name.EndsWith(NoteSuffix, StringComparison.Ordinal);

    /// <summary>Whether the number is a set of reasons why there is no value.</summary>
    public bool IsAbsence => Reasons != AbsenceReasons.None;

    /// <summary>The name without <c>.q</c>.</summary>
    public string Channel => IsNote ? Name[..^NoteSuffix.Length] : Name;

    /// <summary>Why there is no value; none of them for a record that has one.</summary>
    public AbsenceReasons Reasons =>
        (AbsenceReasons)(Bits & ((1 << DoubtShift) - 1));

    /// <summary>What speaks against the value beside it; nothing for a record that is one.</summary>
    public QualityFlags Quality => (QualityFlags)(Bits >> DoubtShift);

    private int Bits => IsNote && Value is >= 0 and <= int.MaxValue ? (int)Value : 0;
}
