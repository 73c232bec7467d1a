using UlmEdge.Core.Batches;
using UlmEdge.Core.Publishing;

namespace UlmEdge.Tests.Core;

public class SendWindowTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void It_holds_as_many_messages_as_it_has_places(int size)
    {
        SendWindow window = new(size);
        for (int i = 1; i <= size; i++)
        {
            Assert.True(window.HasRoom);
            window.Add(i, BatchFrom(10 * i), 100 * i, 1_000 * i);
        }

        Assert.False(window.HasRoom);
        Assert.Equal((size, 50 * size * (size + 1)), (window.Count, window.Bytes));
    }

    [Fact]
    public void Places_are_freed_in_any_order_and_used_again()
    {
        SendWindow window = new(3);
        window.Add(7, BatchFrom(0), 10, 1_000);
        window.Add(8, BatchFrom(10), 20, 1_000);
        window.Add(9, BatchFrom(20), 30, 1_000);
        window.Remove(window.Find(8)!);
        Assert.Null(window.Find(8));
        Assert.Equal((2, 40), (window.Count, window.Bytes));
        window.Add(12, BatchFrom(30), 5, 1_000);
        Assert.Equal(30, window.Find(12)!.FirstSample);
        Assert.True(window.Holds(1_234_567, 35));
        Assert.False(window.Holds(1_234_567, 15));
        Assert.False(window.Holds(1, 35));
        window.Clear();
        Assert.Equal((0, 0, true), (window.Count, window.Bytes, window.HasRoom));
        Assert.False(window.Holds(1_234_567, 35));
    }

    [Fact]
    public void One_that_waits_too_long_is_overdue()
    {
        SendWindow window = new(2);
        Assert.False(window.IsOverdue(long.MaxValue));
        window.Add(7, BatchFrom(0), 10, 2_000);
        window.Add(8, BatchFrom(10), 10, 1_000);
        Assert.False(window.IsOverdue(999));
        Assert.True(window.IsOverdue(1_000));
        window.Remove(window.Find(8)!);
        Assert.False(window.IsOverdue(1_999));
    }

    private static Batch BatchFrom(int first)
    {
        Batch batch = Batches.OfWeather([.. Enumerable.Range(0, 10).Select(i => (60L * i, 0, 0, 0))]);
        batch.FirstSample = first;
        return batch;
    }
}
