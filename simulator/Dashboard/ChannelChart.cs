namespace UlmEdge.Simulator.Dashboard;

/// <summary>The last readings of a channel in the order in which they were measured, whatever the order in which they came.</summary>
internal sealed class ChannelChart
{
    private readonly List<ChartPoint> _points = [];
    private readonly int _pointsMax;

    /// <summary>A chart without points.</summary>
    /// <param name="name">The channel.</param>
    /// <param name="pointsMax">How many it holds; the oldest go first.</param>
    public ChannelChart(string name, int pointsMax)
    {
        Name = name;
        _pointsMax = pointsMax;
    }

    /// <summary>The channel's name in the contract.</summary>
    public string Name { get; }

    /// <summary>The SenML unit, or null.</summary>
    public string? Unit { get; private set; }

    /// <summary>The points by time.</summary>
    public IReadOnlyList<ChartPoint> Points => _points;

    /// <summary>The latest one, or null.</summary>
    public ChartPoint? Latest => _points.Count == 0 ? null : _points[^1];

    /// <summary>Puts a point in its place; one of the same time, which has come before, gives way to it.</summary>
    public void Add(ChartPoint point, string? unit)
    {
        Unit ??= unit;
        int index = _points.FindLastIndex(other => other.UnixMs <= point.UnixMs);
        if (index >= 0 && _points[index].UnixMs == point.UnixMs)
        {
            _points[index] = point;
            return;
        }

        _points.Insert(index + 1, point);
        if (_points.Count > _pointsMax)
        {
            _points.RemoveAt(0);
        }
    }
}
