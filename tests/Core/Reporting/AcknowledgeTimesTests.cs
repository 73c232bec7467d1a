using UlmEdge.Core;
using UlmEdge.Core.Reporting;

namespace UlmEdge.Tests.Core.Reports;

/// <summary>How long acknowledgements take.</summary>
public class AcknowledgeTimesTests
{
    private readonly AcknowledgeTimes _times = new();

    [Fact]
    public void Mean_and_maximum_are_of_those_that_ended_since_the_restart()
    {
        Assert.Equal((0, -1, -1), (_times.Count, _times.MeanMs, _times.MaxMs));
        _times.Begin(1, 1_000);
        _times.Begin(2, 1_100);
        _times.End(2, 1_200);
        _times.End(1, 1_400);
        Assert.Equal((2, 250, 400), (_times.Count, _times.MeanMs, _times.MaxMs));
        _times.Begin(3, 2_000);
        _times.Restart();
        Assert.Equal((0, -1, -1), (_times.Count, _times.MeanMs, _times.MaxMs));
        _times.End(3, 2_000); // Under way during a report: it belongs to the next.
        Assert.Equal((1, 0, 0), (_times.Count, _times.MeanMs, _times.MaxMs));
    }

    [Fact]
    public void Strangers_repeats_and_what_a_lost_connection_took_along_count_for_nothing()
    {
        _times.Begin(1, 0);
        _times.Abandon();
        _times.End(1, 50_000);
        _times.End(0, 50_000);
        _times.End(7, 50_000);
        Assert.Equal(0, _times.Count);
        _times.Begin(1, 60_000);
        _times.Begin(1, 60_500); // The identifier came again: the old message is over.
        _times.End(1, 60_600);
        _times.End(1, 70_000);
        Assert.Equal((1, 100), (_times.Count, _times.MaxMs));
    }

    [Fact]
    public void More_than_fit_are_not_measured()
    {
        for (int id = 1; id <= Limits.WindowMax + 1; id++)
        {
            _times.Begin(id, 0);
        }

        for (int id = 1; id <= Limits.WindowMax + 1; id++)
        {
            _times.End(id, 100);
        }

        Assert.Equal(Limits.WindowMax, _times.Count);
    }
}
