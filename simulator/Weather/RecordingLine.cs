using System.Globalization;

namespace UlmEdge.Simulator.Weather;

/// <summary>One line of a recording, its fields found by the names in the header.</summary>
internal sealed class RecordingLine
{
    private readonly string _file;
    private readonly int _number;
    private readonly string[] _columns;
    private readonly string[] _fields;

    /// <exception cref="RecordingException">The line has not as many fields as the header.</exception>
    public RecordingLine(string file, int number, string[] columns, string[] fields)
    {
        _file = file;
        _number = number;
        _columns = columns;
        _fields = fields;
        if (fields.Length != columns.Length)
        {
            throw new RecordingException(Invariant(
                $"{file}, line {number}: has {fields.Length} fields, expected {columns.Length} as in the header"));
        }
    }

    /// <summary>A field without the blanks around it, or nothing if the recording has no such column.</summary>
    public string Text(string column)
    {
        var index = Array.IndexOf(_columns, column);
        return index < 0 ? "" : _fields[index].Trim();
    }

    /// <summary>A number, or NaN where the field is empty or says that there is none.</summary>
    /// <param name="column">The field.</param>
    /// <param name="unit">What the number is one of, for the complaint.</param>
    /// <param name="noValue">What stands for a missing value, apart from nothing at all.</param>
    public double Number(string column, string unit, params ReadOnlySpan<string> noValue)
    {
        var text = Text(column);
        if (text.Length == 0 || noValue.Contains(text))
        {
            return double.NaN;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
                ? number
                : throw Complaint(column, $"a number of {unit}");
    }

    /// <summary>A UTC time in one exact format.</summary>
    public long UtcTimeMs(string column, string format, string example) =>
        DateTimeOffset.TryParseExact(
            Text(column), format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time.ToUnixTimeMilliseconds()
                : throw Complaint(column, $"a UTC time such as {example}");

    /// <summary>A time in Unix seconds.</summary>
    public long UnixSecondsMs(string column) =>
        long.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? seconds * 1000
            : throw Complaint(column, "a time in Unix seconds");

    /// <summary>What to say about a field that cannot be right.</summary>
    public RecordingException Complaint(string column, string expected) =>
        new(Invariant($"{_file}, line {_number}: field \"{column}\" is {Quotation.Of(Text(column))}, expected {expected}"));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
