namespace UlmEdge.Decoder;

/// <summary>Decimal numbers in their shortest form, so that each encoding yields the same text.</summary>
internal static class Decimals
{
    // Division by it leaves no zeros behind at the end, and changes nothing else.
    private const decimal OneWithAllZeros = 1.0000000000000000000000000000m;

    /// <summary>An integer of so many decimals.</summary>
    public static decimal Of(int value, int decimals) =>
        Trimmed(new decimal(value < 0 ? unchecked((int)(0u - (uint)value)) : value, 0, 0, value < 0, (byte)decimals));

    /// <summary>The same number without zeros at the end.</summary>
    public static decimal Trimmed(decimal value) => value / OneWithAllZeros;
}
