namespace UlmEdge.Tests.Core.Alive;

/// <summary>The board dies of a sensor.</summary>
internal sealed class BoardDiedException : Exception;
