namespace UlmEdge.Simulator.Load;

/// <summary>What nodes cost the process that they live in, with whatever else lives there.</summary>
/// <param name="BytesPerNode">Memory that came with each node.</param>
/// <param name="BatchesPerCpuSecond">Acknowledged batches for a second of processor time, from when all were switched on.</param>
internal sealed record LoadCost(long BytesPerNode, double BatchesPerCpuSecond);
