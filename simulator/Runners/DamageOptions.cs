namespace UlmEdge.Simulator.Runners;

/// <summary>What the user asked of <c>damage</c>.</summary>
/// <param name="Journals">Damaged journals.</param>
/// <param name="Seed">Draws the first sound journal; the following ones have the following seeds.</param>
/// <param name="Only">Just this one of the journals of the seed, or null for all.</param>
/// <param name="Json">A JSON object as the last line.</param>
public sealed record DamageOptions(int Journals, int Seed, int? Only, bool Json);
