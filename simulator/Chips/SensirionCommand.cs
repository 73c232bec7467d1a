namespace UlmEdge.Simulator.Chips;

/// <summary>One command of a chip's datasheet.</summary>
/// <param name="Name">As there.</param>
/// <param name="ExecutionMs">How long it takes until the chip answers again.</param>
/// <param name="WhenIdle">Whether it is allowed while the chip does not measure.</param>
/// <param name="WhenMeasuring">Whether it is allowed while the chip measures.</param>
/// <param name="Execute">Does it, with its arguments, and gives the words of the answer; null when there is none.</param>
public sealed record SensirionCommand(
    string Name, int ExecutionMs, bool WhenIdle, bool WhenMeasuring, Func<long, ushort[], ushort[]?> Execute)
{
    /// <summary>Words that follow the command.</summary>
    public int Arguments { get; init; }
}
