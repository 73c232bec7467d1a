namespace UlmEdge.Simulator.Nano;

/// <summary>Thrown into the firmware of a board that has lost power, to unwind its threads. Not for firmware to catch.</summary>
public sealed class BoardOffException() : Exception("the virtual board has no power");
