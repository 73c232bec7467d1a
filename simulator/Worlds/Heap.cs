using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>The board's heap, as far as its drivers allocate: while it is short, one allocation in eight fails.</summary>
internal sealed class Heap(Surroundings surroundings, SeededEntropy entropy)
{
    private const double Failing = 0.125;

    /// <summary>Whether the firmware's loop is there to catch what is thrown: at start-up it is not.</summary>
    public bool IsWatched { get; set; }

    /// <summary>Allocates, or not.</summary>
    /// <exception cref="OutOfMemoryException">There was none left.</exception>
    public void Allocate()
    {
        if (IsWatched && surroundings.Has(FaultKind.HeapShortage) && entropy.Chance(Failing))
        {
            surroundings.Note(FaultKind.HeapShortage);
            throw new OutOfMemoryException();
        }
    }
}
