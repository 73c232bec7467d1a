using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;

namespace UlmEdge.Tests.Core.Journals;

public class MemoryQueueTests
{
    private readonly MemoryQueue _queue = new(Limits.OutboxBytesMax);
    private readonly Batch _read = new();

    [Fact]
    public void Batches_come_back_by_any_of_their_samples()
    {
        Fill(30, 10);
        Assert.Equal((30, 300), (_queue.Count, _queue.Samples));
        Assert.True(_queue.TryRead(57, _read));
        Assert.Equal((4711, 50, 10), (_read.Epoch, _read.FirstSample, _read.SampleCount));
        Assert.False(_queue.TryRead(300, _read));
    }

    [Fact]
    public void It_stays_within_its_bytes_and_the_oldest_gives_way()
    {
        int evicted = 0;
        for (int i = 0; i < 1_000; i++)
        {
            evicted += _queue.Append(NewBatch(10 * i, 10));
            Assert.InRange(_queue.Bytes, 1, Limits.OutboxBytesMax);
        }

        Assert.Equal(10_000, evicted + _queue.Samples);
        Assert.True(_queue.TryRead(0, _read));
        Assert.Equal(evicted, _read.FirstSample);
    }

    [Fact]
    public void What_is_removed_is_gone_and_its_bytes_are_free()
    {
        Fill(10, 10);
        Assert.Equal(0, _queue.Remove(5, 15)); // No batch lies within.
        Assert.Equal(20, _queue.Remove(20, 40));
        Assert.Equal(80, _queue.Samples);
        Assert.Equal(80, _queue.Remove(0, 100));
        Assert.Equal((0, 0, 0), (_queue.Count, _queue.Bytes, _queue.Samples));
    }

    [Fact]
    public void Renumbered_batches_are_dense_from_zero_in_their_new_epoch()
    {
        Fill(10, 7);
        _queue.Remove(0, 21);
        Assert.Equal(49, _queue.Renumber(99));
        Assert.True(_queue.TryRead(0, _read));
        Assert.Equal((99, 0, 7), (_read.Epoch, _read.FirstSample, _read.EndSample));
        Assert.True(_queue.TryRead(7, _read));
        Assert.Equal((99, 7), (_read.Epoch, _read.FirstSample));
        Assert.Equal(7, _queue.Remove(7, 14));
    }

    private static Batch NewBatch(int first, int rows)
    {
        Batch batch = Batches.OfWeather([.. Enumerable.Range(first, rows).Select(i => (60L * i, i % 37, i % 41, 95_000 + (i % 43)))]);
        batch.Epoch = 4711;
        batch.FirstSample = first;
        return batch;
    }

    private void Fill(int batches, int rows)
    {
        for (int i = 0; i < batches; i++)
        {
            Assert.Equal(0, _queue.Append(NewBatch(rows * i, rows)));
        }
    }
}
