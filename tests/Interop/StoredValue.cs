namespace UlmEdge.Tests.Interop;

/// <summary>One value of one sample, as a consumer has it in the end.</summary>
internal sealed record StoredValue(string Node, int Epoch, int Number, string Name, long UnixSeconds, decimal Value);
