namespace UlmEdge.Tests.Interop;

/// <summary>How fast a city drains, and whether it still does.</summary>
internal sealed class CityRate(City city, DurableSubscriber backend)
{
    private readonly List<(int Acknowledged, int Arrived)> _seconds = [(0, 0)];
    private TimeSpan _progress;

    /// <summary>Whether the last wait ended because what was waited for had come.</summary>
    public bool HasEnded { get; private set; } = true;

    /// <summary>Takes note of how far it is.</summary>
    /// <returns>Whether to wait no longer: it is done, or nothing has moved for longer than patience lasts.</returns>
    public bool Look(bool isDone, TimeSpan patience)
    {
        if (city.Elapsed.TotalSeconds >= _seconds.Count)
        {
            (int, int) now = (city.Acknowledged, backend.Count);
            _progress = now == _seconds[^1] ? _progress : city.Elapsed;
            _seconds.Add(now);
        }

        bool isStuck = city.Elapsed - _progress > patience;
        HasEnded &= isDone || !isStuck;
        return isDone || isStuck;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var steps = _seconds.Zip(_seconds.Skip(1)).ToArray();
        return $"at most {steps.Max(step => step.Second.Acknowledged - step.First.Acknowledged)} samples acknowledged "
            + $"and {steps.Max(step => step.Second.Arrived - step.First.Arrived)} arrived in a second";
    }
}
