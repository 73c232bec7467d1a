using UlmEdge.Decoder;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>What a backend can tell of samples that arrive: again, under another number, or with another content.</summary>
public sealed class ReceptionTests
{
    private readonly Reception _reception = new();

    public ReceptionTests() => _reception.Expect("donau-07", 5);

    [Fact]
    public void The_same_number_again_counts_once()
    {
        _reception.Take([Sample(5, 1, 100, 20), Sample(5, 1, 100, 20)]);
        Assert.Equal((1, 1, 0), (_reception.ReceivedCount, _reception.RedeliveredCount, _reception.RepeatedCount));
    }

    [Fact]
    public void The_same_time_of_a_boot_under_another_number_is_a_repeat_that_no_backend_notices()
    {
        _reception.Expect("donau-07", 6);
        _reception.Take([Sample(5, 1, 100, 20), Sample(6, 0, 100, 20)]);
        Assert.Equal(1, _reception.RepeatedCount);
    }

    [Fact]
    public void The_same_time_with_other_values_is_another_sample()
    {
        // A clock that was corrected backwards: hours have passed, and the time is the same again.
        _reception.Take([Sample(5, 1, 100, 20), Sample(5, 9, 100, 21)]);
        Assert.Equal((2, 0), (_reception.ReceivedCount, _reception.RepeatedCount));
    }

    [Fact]
    public void A_number_with_two_contents_breaks_the_contract()
    {
        _reception.Take([Sample(5, 1, 100, 20), Sample(5, 1, 100, 21)]);
        Assert.Equal(1, _reception.MalformedCount);
    }

    [Fact]
    public void An_epoch_may_be_announced_after_its_first_batch()
    {
        _reception.Take([Sample(6, 0, 100, 20)]);
        Assert.Equal(0, _reception.ReceivedCount);
        _reception.Expect("donau-07", 6);
        Assert.Equal(1, _reception.ReceivedCount);
    }

    [Fact]
    public void Other_streets_are_none_of_its_business()
    {
        _reception.Take([Sample(5, 0, 100, 20) with { Node = "elsewhere" }]);
        _reception.Expect("elsewhere", 5);
        Assert.Equal(0, _reception.ReceivedCount);
    }

    private static ReceivedSample Sample(int epoch, int number, decimal time, decimal value) =>
        new("donau-07", epoch, number, time, [new DataRecord("temp", "Cel", value)]) { Boot = 3 };
}
