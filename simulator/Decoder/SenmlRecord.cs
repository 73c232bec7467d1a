namespace UlmEdge.Decoder;

/// <summary>One SenML record as it was read (RFC 8428 section 4), whatever its encoding.</summary>
internal record struct SenmlRecord
{
    /// <summary>Base name.</summary>
    public string? BaseName;

    /// <summary>Base time.</summary>
    public decimal? BaseTime;

    /// <summary>Name.</summary>
    public string? Name;

    /// <summary>Unit.</summary>
    public string? Unit;

    /// <summary>Number.</summary>
    public decimal? Value;

    /// <summary>Text.</summary>
    public string? Text;

    /// <summary>Time.</summary>
    public decimal? Time;

    /// <summary>Whether it has a Boolean or data value.</summary>
    public bool HasOtherValue;

    /// <summary>A base field that would change the meaning of what follows, and that the contract does not use.</summary>
    public string? ForeignBase;

    /// <summary>Takes note of a label that is none of those above.</summary>
    /// <exception cref="DecodeException">RFC 8428 section 4.4: a label that ends in an underscore must be understood.</exception>
    public void TakeForeign(string label)
    {
        if (label.EndsWith('_'))
        {
            throw new DecodeException($"the field '{label}' must be understood, and is not known");
        }

        ForeignBase = label is "bu" or "bv" or "bs" ? label : ForeignBase;
        HasOtherValue |= label is "vb" or "vd";
    }
}
