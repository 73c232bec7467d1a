using UlmEdge.Core.Journal;
using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>A flash that is counted is the same flash.</summary>
public class CountingStoreTests
{
    private readonly SimulatedFlash _flash = new();
    private readonly CountingStore _store;
    private readonly byte[] _buffer = new byte[8];

    public CountingStoreTests() => _store = new CountingStore(_flash);

    [Fact]
    public void Changes_are_counted_and_looks_are_not()
    {
        Assert.Equal(StoreResult.Done, _store.Write("a", [1, 2, 3], 2));
        Assert.Equal(StoreResult.Done, _store.Append("a", [3], 1));
        Assert.Equal(StoreResult.Done, _store.Read("a", _buffer, out int length));
        Assert.Equal((3, 1, 2, 3), (length, _buffer[0], _buffer[1], _buffer[2]));
        Assert.Equal(StoreResult.Done, _store.ReadAt("a", 2, _buffer, out length));
        Assert.Equal((1, 3), (length, _buffer[0]));
        Assert.Equal(["a"], _store.List());
        Assert.Equal(StoreResult.Missing, _store.Read("b", _buffer, out _));
        Assert.Equal(StoreResult.Done, _store.Delete("a"));
        Assert.Equal((3, 3, 0), (_store.Closes, _store.Bytes, _store.Refusals));
    }

    [Fact]
    public void Refusals_are_counted_apart()
    {
        _flash.RefusesWrites = true;
        Assert.Equal(StoreResult.Failed, _store.Write("a", [1], 1));
        Assert.Equal(StoreResult.Failed, _store.Append("a", [1], 1));
        Assert.Equal((0, 0, 2), (_store.Closes, _store.Bytes, _store.Refusals));
    }
}
