using System.Globalization;

namespace UlmEdge.Decoder;

/// <summary>Makes a message of the records of a SenML pack.</summary>
/// <param name="expectedName">The base name it must have, or null for any.</param>
/// <param name="expectedNode">The node it must be of, or null for any.</param>
internal sealed class PackAssembler(string? expectedName, string? expectedNode)
{
    private const string Uptime = "uptime";
    private const string Thinned = "thinned";
    private const string Samples = "samples";

    // The end of the year 9999: later there is no date.
    private const decimal SecondsMax = 253_402_300_799m;

    private readonly List<DataRow> _rows = [];
    private List<DataRecord>? _records;
    private string _node = string.Empty;
    private int[] _numbers = [];
    private decimal? _baseTime;
    private decimal? _uptime;
    private int _windowSeconds;
    private decimal _time;
    private int _sample;
    private int _rowSamples;

    /// <summary>Records so far.</summary>
    public int RecordCount { get; private set; }

    /// <summary>Takes the next record.</summary>
    public void Add(in SenmlRecord record)
    {
        if (RecordCount == 0)
        {
            TakeIdentity(record);
        }
        else if (record.BaseName is not null || record.BaseTime is not null || record.ForeignBase is not null)
        {
            throw Fault("has a base field, which only the first may have");
        }
        else if (_records is null && record is { Name: Uptime or Thinned, Time: null })
        {
            TakeAboutPack(record);
        }
        else if (record.Value is { } value)
        {
            TakeValue(record, value);
        }
        else if (record.Text is null && !record.HasOtherValue)
        {
            throw Fault("has no value");
        }

        RecordCount++;
    }

    /// <summary>All records were taken.</summary>
    public DataMessage Finish()
    {
        if (_records is null)
        {
            throw new DecodeException("a pack holds an identity record and at least one record of a sample");
        }

        CloseRow();
        int samples = _sample - _numbers[2];
        return samples == _numbers[3]
            ? new DataMessage(_node, _numbers[0], _numbers[1], _numbers[2], samples, _windowSeconds, _baseTime is not null, _rows)
            : throw new DecodeException($"the batch says {_numbers[3]} samples and has {samples}");
    }

    private void TakeIdentity(in SenmlRecord record)
    {
        string name = record.BaseName ?? throw Fault("has no base name");
        string[] levels = name.Split('/');
        _node = levels.Length >= 3 && levels[^1].Length == 0 ? levels[^2] : string.Empty;
        if (record.Name != "batch" || _node.Length == 0 || name != (expectedName ?? name) || _node != (expectedNode ?? _node))
        {
            throw new DecodeException($"the first record must be the batch of {expectedName ?? expectedNode ?? "a node"}, not of '{name}'");
        }

        if (record.ForeignBase is { } foreign)
        {
            throw Fault($"has the base field '{foreign}', which the contract does not use");
        }

        _numbers = SampleIdentity.Read(record.Text ?? throw Fault("has no text that names its samples"), 4, "epoch.boot.firstSample.count");
        _sample = _numbers[2];
        _baseTime = Checked(record.BaseTime);
    }

    private void TakeAboutPack(in SenmlRecord record)
    {
        decimal value = record.Value ?? throw Fault("has no value");
        if (record.Name == Uptime)
        {
            _uptime = Checked(value);
        }
        else
        {
            _windowSeconds = Whole(value, "a whole number of seconds");
        }
    }

    private void TakeValue(in SenmlRecord record, decimal value)
    {
        if (_records is null && _baseTime.HasValue == _uptime.HasValue)
        {
            throw new DecodeException("a pack has either a base time or the uptime of its last sample");
        }

        decimal time = (_baseTime ?? _uptime)!.Value + (Checked(record.Time) ?? 0);
        if (time is < 0 or > SecondsMax)
        {
            throw Fault($"has the time {time}, which is none");
        }

        if (_records is not null && time < _time)
        {
            throw Fault($"has time {time}, which comes after {_time}");
        }

        if (_records is not null && time > _time)
        {
            CloseRow();
            _records = [];
        }

        _records ??= [];
        _time = time;
        if (_windowSeconds > 0 && record.Name == Samples)
        {
            _rowSamples = _rowSamples == 0 ? Whole(value, "a count of samples") : throw Fault("is a second count of samples");
            return;
        }

        _records.Add(new DataRecord(record.Name ?? throw Fault("has no name"), record.Unit, value));
    }

    private void CloseRow()
    {
        int samples = _windowSeconds == 0 ? 1 : _rowSamples;
        if (samples == 0)
        {
            throw new DecodeException($"the row of time {_time} does not say how many samples it stands for");
        }

        if (samples > int.MaxValue - _sample)
        {
            throw new DecodeException("sample numbers go beyond 31 bits");
        }

        _rows.Add(new DataRow(_time, _sample, samples, _records!));
        _sample += samples;
        _rowSamples = 0;
    }

    private decimal? Checked(decimal? seconds) => seconds is < -SecondsMax or > SecondsMax
        ? throw Fault($"has the time {seconds.Value.ToString(CultureInfo.InvariantCulture)}, which is none")
        : seconds;

    private int Whole(decimal value, string what) => value is >= 1 and <= int.MaxValue && value == decimal.Truncate(value)
        ? (int)value
        : throw Fault($"is {value.ToString(CultureInfo.InvariantCulture)}, not {what}");

    private DecodeException Fault(string what) => new($"record {RecordCount} {what}");
}
