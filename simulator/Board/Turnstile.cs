namespace UlmEdge.Simulator.Board;

/// <summary>Lets the loops of so many boards compute at once as the machine has processors.</summary>
/// <remarks>
/// A thousand loops that all want to run would leave the broker and the network threads a thousandth of the machine
/// each, and every board would see a network that does not answer.
/// </remarks>
internal static class Turnstile
{
    private static readonly SemaphoreSlim Gate = new(Environment.ProcessorCount);

    /// <summary>Waits for a free processor.</summary>
    public static void Enter() => Gate.Wait();

    /// <summary>Lets another loop compute.</summary>
    public static void Leave() => Gate.Release();
}
