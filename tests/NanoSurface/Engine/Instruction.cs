using System.Reflection.Emit;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>One instruction of compiled code.</summary>
/// <param name="Offset">Its place in the method.</param>
/// <param name="Code">What it does.</param>
/// <param name="Operand">Its argument where that is a number or a metadata token, else 0.</param>
internal readonly record struct Instruction(int Offset, OpCode Code, int Operand);
