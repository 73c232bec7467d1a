using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Dashboard;

/// <summary>All that a node has said of itself and of its street, as far as it is shown.</summary>
/// <param name="id">The node's id.</param>
/// <param name="scene">What is known beside its messages.</param>
internal sealed class NodeBoard(string id, Scene scene)
{
    private const int LogMax = 40;
    private const int SummaryWindowLeastSeconds = 1;

    private readonly SortedDictionary<string, ChannelChart> _charts = new(StringComparer.Ordinal);
    private readonly List<BlackBoxEvent> _log = [];

    /// <summary>The node's id.</summary>
    public string Id { get; } = id;

    /// <summary>Grows with everything that is new.</summary>
    public long Version { get; private set; }

    /// <summary>Whether it is online.</summary>
    public NodePresence Presence { get; } = new();

    /// <summary>Which samples have arrived.</summary>
    public NodeArrivals Arrivals { get; } = new();

    /// <summary>What it measures, or null.</summary>
    public MetaMessage? Meta { get; private set; }

    /// <summary>How it fared, or null.</summary>
    public HealthMessage? Health { get; private set; }

    /// <summary>Whether it works, as it found out itself, or null.</summary>
    public CommissioningMessage? Test { get; private set; }

    /// <summary>What became of a configuration from afar, or null.</summary>
    public ConfigurationMessage? Configuration { get; private set; }

    /// <summary>Notable events, oldest first.</summary>
    public IReadOnlyList<BlackBoxEvent> Log => _log;

    /// <summary>The charts by the names of their channels.</summary>
    public IReadOnlyDictionary<string, ChannelChart> Charts => _charts;

    /// <summary>Samples that came later than their batch could have been sent, or after later ones.</summary>
    public long LateCount { get; private set; }

    /// <summary>When the last of them came, in Unix milliseconds; 0 before the first.</summary>
    public long LateAtMs { get; private set; }

    /// <summary>Time of the latest sample in Unix milliseconds; 0 before the first.</summary>
    public long LatestUnixMs { get; private set; }

    /// <summary>Takes a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="nowMs">When it has arrived.</param>
    /// <param name="version">The number of this change.</param>
    public void Take(NodeMessage message, long nowMs, long version)
    {
        Version = version;
        switch (message)
        {
            case DataMessage data:
                Take(data, nowMs);
                break;
            case StatusMessage status:
                Presence.Take(status);
                break;
            case MetaMessage meta:
                Meta = meta;
                break;
            case HealthMessage health:
                Health = health;
                break;
            case CommissioningMessage test:
                Test = test;
                break;
            case ConfigurationMessage configuration:
                Configuration = configuration;
                break;
            case BlackBoxMessage box:
                _log.AddRange(box.Events.Except(_log));
                _log.RemoveRange(0, Math.Max(0, _log.Count - LogMax));
                break;
            default:
                break;
        }
    }

    private void Take(DataMessage data, long nowMs)
    {
        foreach (DataRow row in data.Rows)
        {
            Arrival arrival = Arrivals.Take(data, row);
            if (arrival == Arrival.Repeat || data.TimeOf(row) is not { } time)
            {
                continue; // One without a date has no place on an axis of time.
            }

            long unixMs = time.ToUnixTimeMilliseconds();
            LatestUnixMs = Math.Max(LatestUnixMs, unixMs);
            bool isLate = arrival != Arrival.New || IsOverdue(unixMs, nowMs);
            LateCount += isLate ? row.SampleCount : 0;
            LateAtMs = isLate ? nowMs : LateAtMs;
            bool isSummary = data.WindowSeconds >= SummaryWindowLeastSeconds;
            foreach (IGrouping<string, DataRecord> channel in row.Records.GroupBy(record => ChannelOf(record, isSummary)))
            {
                Chart(channel.Key).Add(Point(channel, isSummary, unixMs, nowMs, isLate), channel.FirstOrDefault().Unit);
            }
        }
    }

    // A backlog that drains before anything fresh comes is in order, and late all the same.
    private bool IsOverdue(long unixMs, long nowMs) =>
        (scene.WorldMs?.Invoke() ?? nowMs) - unixMs > scene.DelayMs + (1000L * (Meta?.BatchSeconds ?? 0));

    // Of a summary the mean is shown.
    private static string ChannelOf(DataRecord record, bool isSummary)
    {
        string name = record.Channel;
        int dot = isSummary ? name.LastIndexOf('.') : -1;
        return dot > 0 && name[dot..] is ".min" or ".mean" or ".max" ? name[..dot] : name;
    }

    private static ChartPoint Point(IEnumerable<DataRecord> records, bool isSummary, long unixMs, long nowMs, bool isLate)
    {
        decimal? value = null;
        AbsenceReasons reasons = AbsenceReasons.None;
        QualityFlags doubts = QualityFlags.Good;
        foreach (DataRecord record in records)
        {
            reasons |= record.Reasons;
            doubts |= record.Quality;
            bool isShown = !record.IsNote && (!isSummary || record.Name.EndsWith(".mean", StringComparison.Ordinal));
            value = isShown ? record.Value : value;
        }

        return new ChartPoint(unixMs, nowMs, value, reasons, doubts, isLate);
    }

    private ChannelChart Chart(string name)
    {
        if (!_charts.TryGetValue(name, out ChannelChart? chart))
        {
            chart = new ChannelChart(name, scene.PointsMax);
            _charts.Add(name, chart);
        }

        return chart;
    }
}
