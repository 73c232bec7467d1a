using UlmEdge.Ports;

namespace UlmEdge.Tests.Core.Plausible;

/// <summary>A gas sensor is not as exact as it will be while its layer is young.</summary>
public class WarmUpTests
{
    private readonly PlausibilityBench _bench = new([Quantity.GasResistance]);

    [Fact]
    public void Gas_is_warming_up_for_half_an_hour_of_power()
    {
        _bench.Fit([Quantity.GasResistance]);
        _bench.Judge(10, 50_000);
        Assert.Equal(Quality.WarmUp, _bench.Flags(1)[0]);
        _bench.Judge(1809, 50_100);
        Assert.Equal(Quality.WarmUp, _bench.Flags(1)[0]);
        _bench.Judge(1810, 50_200);
        Assert.Equal(Quality.Good, _bench.Flags(1)[0]);
        _bench.Miss(Absence.NotPresent);
        _bench.Judge(1930, 50_100);
        Assert.Equal(Quality.WarmUp, _bench.Flags(1)[0]);
    }

    [Fact]
    public void A_damaged_transfer_does_not_make_it_warm_up_again()
    {
        _bench.Fit([Quantity.GasResistance]);
        _bench.Judge(0, 50_000);
        _bench.Judge(1800, 50_100);
        _bench.Miss(Absence.BadTransfer);
        _bench.Judge(1860, 50_200);
        Assert.Equal(Quality.Good, _bench.Flags(1)[0]);
    }
}
