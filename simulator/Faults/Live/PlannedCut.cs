namespace UlmEdge.Simulator.Faults.Live;

/// <summary>A power cut that is to come. Times are board milliseconds.</summary>
/// <param name="OnMs">How long the board stays on before it, at most.</param>
/// <param name="OffMs">How long it is off afterwards.</param>
/// <param name="Torn">What it leaves when it comes in the middle of a flash write; null when it is not to.</param>
/// <param name="FlashChanges">Changes of the flash that still succeed before it.</param>
internal sealed record PlannedCut(long OnMs, long OffMs, TornWrite? Torn = null, int FlashChanges = 0);
