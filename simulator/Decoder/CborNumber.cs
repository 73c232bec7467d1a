using System.Formats.Cbor;
using System.Globalization;

namespace UlmEdge.Decoder;

/// <summary>A number as CBOR has it: exact, or a binary fraction that stands for a decimal one.</summary>
internal readonly record struct CborNumber
{
    // A decimal holds 7.9e28; no time or reading comes near.
    private const double MagnitudeMax = 1e27;

    private readonly decimal _exact;
    private readonly double? _fraction;
    private readonly bool _isDouble;

    private CborNumber(decimal exact, double? fraction, bool isDouble)
    {
        _exact = exact;
        _fraction = fraction;
        _isDouble = isDouble;
    }

    /// <summary>Reads a number.</summary>
    /// <exception cref="DecodeException">It is none, or none that a decimal can hold.</exception>
    public static CborNumber Read(CborReader reader, string label, int index) => reader.PeekState() switch
    {
        CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger => new(reader.ReadInt64(), null, false),
        CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat =>
            new(0, Finite(reader.ReadSingle(), label, index), false),
        CborReaderState.DoublePrecisionFloat => new(0, Finite(reader.ReadDouble(), label, index), true),
        CborReaderState.Tag when reader.PeekTag() == CborTag.DecimalFraction => new(reader.ReadDecimal(), null, false),
        _ => throw new DecodeException($"'{label}' of record {index} is no number"),
    };

    /// <summary>The decimal number that was meant.</summary>
    /// <param name="decimals">
    /// Decimals of its quantity. Without them the shortest number that becomes the same float: for one of 16 bits that can be
    /// another than was meant, so such a one is taken as exactly as a float of 32 bits can say it.
    /// </param>
    public decimal ToDecimal(int? decimals)
    {
        if (_fraction is not { } fraction)
        {
            return _exact;
        }

        string shortest = _isDouble
            ? fraction.ToString("R", CultureInfo.InvariantCulture)
            : ((float)fraction).ToString("R", CultureInfo.InvariantCulture);
        decimal value = decimals is { } count
            ? Math.Round((decimal)fraction, count, MidpointRounding.AwayFromZero)
            : decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture);
        return Decimals.Trimmed(value);
    }

    private static double Finite(double value, string label, int index) => Math.Abs(value) <= MagnitudeMax
        ? value
        : throw new DecodeException($"'{label}' of record {index} is no number that a sample can have");
}
