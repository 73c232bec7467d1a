namespace UlmEdge.Ports
{
    /// <summary>Chance, as an argument: the board's random generator, or a seed's in a simulated world.</summary>
    public interface IEntropy
    {
        /// <summary>A number from 0 to <paramref name="limit"/> - 1; <paramref name="limit"/> is at least 1.</summary>
        int Next(int limit);
    }
}
