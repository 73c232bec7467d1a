using System.Buffers.Binary;

namespace UlmEdge.Decoder;

/// <summary>Reads a batch as it lay in a node's flash, versions 1 and 2 of its format.</summary>
/// <remarks>Written against the description of the format alone, so that it checks what the firmware writes.</remarks>
internal ref struct CompactReader
{
    private const int BytesMin = 15;
    private const int HeaderBytes = 5;
    private const int ChecksumBytes = 4;
    private const int RowsMax = 20;
    private const int ChannelsMax = 16;
    private const int CellsMax = 60;
    private const int DoubtShift = 16;
    private const int QuantityMax = 27;
    private const int WindowUnitSeconds = 600;
    private const int RowSamplesMax = 65_535;

    private readonly ReadOnlySpan<byte> _payload;
    private readonly int[] _numbers = new int[RowsMax];
    private readonly List<int> _channels = [];
    private readonly List<CompactColumn> _columns = [];
    private CompactBits _bits;
    private long[] _times = [];
    private int[] _samples = [];
    private int _windowSeconds;

    /// <summary>A reader of one batch.</summary>
    public CompactReader(ReadOnlySpan<byte> payload)
    {
        _payload = payload;
        if (payload.Length < BytesMin)
        {
            throw new DecodeException($"{payload.Length} bytes are no compact batch: the shortest has {BytesMin}");
        }

        _bits = new CompactBits(payload[HeaderBytes..^ChecksumBytes]);
    }

    /// <summary>Reads it.</summary>
    public DataMessage Read(string node)
    {
        int version = _payload[0] >> 4;
        if (Checksum.Of(_payload[..^ChecksumBytes]) != BinaryPrimitives.ReadUInt32LittleEndian(_payload[^ChecksumBytes..]))
        {
            throw new DecodeException("the checksum of the compact batch is wrong");
        }

        if (version is not (1 or 2))
        {
            throw new DecodeException($"version {version} of the compact batch is not known");
        }

        int epoch = Number("epoch");
        int boot = Number("boot");
        int first = Number("first sample");
        ReadRows(version == 2);
        ReadChannels(((_payload[0] >> 1) & 7) + 1);
        ReadTimes();
        int width = _windowSeconds > 0 ? 3 : 1;
        for (int i = 0; i < _channels.Count * width; i++)
        {
            _columns.Add(CompactColumn.Read(ref _bits, _times.Length));
        }

        _bits.Finish();
        long end = first + _samples.Sum(samples => (long)samples);
        return end <= int.MaxValue
            ? new DataMessage(node, epoch, boot, first, (int)(end - first), _windowSeconds, (_payload[0] & 1) != 0, Rows(first, width))
            : throw new DecodeException("sample numbers go beyond 31 bits");
    }

    private int Number(string what) => _bits.ReadVarint() is var number && number <= int.MaxValue
        ? (int)number
        : throw new DecodeException($"{what} {number} goes beyond 31 bits");

    private void ReadRows(bool isSummary)
    {
        uint rows = _bits.ReadVarint();
        if (rows is < 1 or > RowsMax)
        {
            throw new DecodeException($"{rows} rows are not 1 to {RowsMax}");
        }

        _times = new long[rows];
        _samples = new int[rows];
        Array.Fill(_samples, 1);
        if (!isSummary)
        {
            return;
        }

        uint units = _bits.ReadVarint();
        if (units is < 1 or > 255)
        {
            throw new DecodeException($"a window of {units} units is not 1 to 255");
        }

        _windowSeconds = (int)units * WindowUnitSeconds;
        _bits.ReadRice(_numbers.AsSpan(0, _samples.Length));
        long samples = 0;
        for (int row = 0; row < _samples.Length; row++)
        {
            samples += _numbers[row];
            _samples[row] = samples is >= 1 and <= RowSamplesMax
                ? (int)samples
                : throw new DecodeException($"row {row} stands for {samples} samples, which is not 1 to {RowSamplesMax}");
        }
    }

    private void ReadChannels(int groups)
    {
        for (int instance = 0; instance < groups; instance++)
        {
            uint mask = _bits.ReadVarint();
            if (mask >> (QuantityMax + 1) != 0)
            {
                throw new DecodeException($"a quantity lies above {QuantityMax}");
            }

            for (int quantity = 0; quantity <= QuantityMax; quantity++)
            {
                if ((mask >> quantity & 1) != 0)
                {
                    _channels.Add(quantity + (Quantities.PerInstance * instance));
                }
            }
        }

        int cells = _channels.Count * _times.Length * (_windowSeconds > 0 ? 3 : 1);
        if (_channels.Count is < 1 or > ChannelsMax || cells > CellsMax)
        {
            throw new DecodeException($"{_channels.Count} channels in {_times.Length} rows are not what a batch can hold");
        }
    }

    private void ReadTimes()
    {
        _times[0] = BinaryPrimitives.ReadUInt32LittleEndian(_payload[1..]);
        if (_times.Length == 1)
        {
            return;
        }

        long middle = _bits.ReadVarint();
        _bits.ReadRice(_numbers.AsSpan(0, _times.Length - 1));
        for (int row = 1; row < _times.Length; row++)
        {
            long time = _times[row - 1] + middle + _numbers[row - 1];
            _times[row] = time > _times[row - 1] && time <= uint.MaxValue
                ? time
                : throw new DecodeException($"time {time} of row {row} does not follow {_times[row - 1]}");
        }
    }

    private readonly List<DataRow> Rows(int first, int width)
    {
        string[][] names = [.. _channels.Select(Quantities.NamesOf)];
        List<DataRow> rows = new(_times.Length);
        int sample = first;
        for (int row = 0; row < _times.Length; row++)
        {
            List<DataRecord> records = new(_columns.Count);
            for (int column = 0; column < _columns.Count; column++)
            {
                AddRecord(records, names[column / width], _channels[column / width], _columns[column], row, width == 3 ? column % 3 : -1);
            }

            rows.Add(new DataRow(_times[row], sample, _samples[row], records));
            sample += _samples[row];
        }

        return rows;
    }

    // What there is to say of a value stands with the first of a summary's three columns, and not with a raw one.
    private static void AddRecord(List<DataRecord> records, string[] names, int channel, CompactColumn column, int row, int statistic)
    {
        bool isSpoken = statistic <= 0 && !Quantities.IsRaw(channel);
        if (column.HasValue(row))
        {
            decimal value = Decimals.Of(column.ValueAt(row), Quantities.DecimalsOf(channel));
            records.Add(new DataRecord(names[1 + statistic], Quantities.UnitOf(channel), value));
            if (column.DoubtsAt(row) is var doubts and not 0 && isSpoken)
            {
                records.Add(new DataRecord(names[^1], null, doubts << DoubtShift));
            }
        }
        else if (column.ReasonAt(row) is var reason and not 0 && isSpoken)
        {
            records.Add(new DataRecord(names[^1], null, 1 << (reason - 1)));
        }
    }
}
