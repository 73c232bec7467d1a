using UlmEdge.Core.Reporting;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core.Reporting;

/// <summary>The light's rhythms, as the card for technicians has them.</summary>
public sealed class StatusLightTests : IIndicator
{
    private readonly List<(long AtMs, bool IsLit)> _switches = [];
    private long _nowMs;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void A_number_is_so_many_short_flashes_in_four_seconds(int flashes)
    {
        Run(new StatusLight(this), flashes, 8_000);
        Assert.Equal(2 * flashes, _switches.Count(change => change.IsLit));
        Assert.All(_switches.Chunk(2), pair => Assert.Equal(100, pair[1].AtMs - pair[0].AtMs));
        long pauseMs = StatusLight.PeriodMs - _switches[(2 * flashes) - 1].AtMs;
        Assert.InRange(pauseMs, 1_500, 3_900); // Long enough to know where counting begins.
    }

    [Theory]
    [InlineData(LightSignal.Testing, 500, 500)]
    [InlineData(LightSignal.Passed, 2_000, 1_000)]
    [InlineData(LightSignal.Identify, 100, 100)]
    public void Other_signals_alternate(int signal, int onMs, int offMs)
    {
        Run(new StatusLight(this), signal, 12_000);
        long[] edges = [.. _switches.Select(change => change.AtMs)];
        Assert.True(_switches[0].IsLit);
        Assert.All(edges.Zip(edges.Skip(1)).Index(), step =>
            Assert.Equal(step.Index % 2 == 0 ? onMs : offMs, step.Item.Second - step.Item.First));
    }

    [Fact]
    public void Whoever_looks_for_a_node_sees_it_whatever_it_has_to_say()
    {
        StatusLight light = new(this);
        light.Identify(3_000);
        Run(light, 2, 3_000);
        Assert.Equal(15, _switches.Count(change => change.IsLit));
        _switches.Clear();
        Run(light, 2, 8_000);
        Assert.Equal(2, _switches.Count(change => change.IsLit && change.AtMs is >= 4_000 and < 8_000));
    }

    void IIndicator.Set(bool lit) => _switches.Add((_nowMs, lit));

    private void Run(StatusLight light, int signal, long untilMs)
    {
        while (_nowMs < untilMs)
        {
            long wakeMs = light.Tick(_nowMs, signal);
            Assert.True(wakeMs > _nowMs);
            _nowMs = wakeMs;
        }
    }
}
