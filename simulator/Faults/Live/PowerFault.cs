using UlmEdge.Simulator.Runners;

namespace UlmEdge.Simulator.Faults.Live;

/// <summary>One or more power cuts of a node, each in the middle of a flash write or between.</summary>
/// <param name="kind">Its kind.</param>
/// <param name="node">The node.</param>
/// <param name="plan">The cuts.</param>
/// <param name="entropy">Draws where a write tears.</param>
internal sealed class PowerFault(FaultKind kind, StreetNode node, IReadOnlyList<PlannedCut> plan, SeededEntropy entropy)
    : LiveFault(kind, node.Id)
{
    private int _cut;
    private bool _isOff;
    private long _dueMs;

    private PlannedCut Cut => plan[_cut];

    /// <inheritdoc/>
    public override Task<string?> BeginAsync(long nowMs)
    {
        Arm();
        _dueMs = nowMs + Cut.OnMs;
        return StepAsync(nowMs);
    }

    /// <inheritdoc/>
    public override Task<string?> StepAsync(long nowMs) => Task.FromResult(_isOff ? StepOff(nowMs) : StepOn(nowMs));

    /// <inheritdoc/>
    public override Task<string?> HealAsync()
    {
        IsOver = true;
        node.Board.Flash.Disarm();
        if (node.Board.HasPower)
        {
            return Task.FromResult<string?>(null);
        }

        node.CutPower();
        node.Board.PowerOn();
        return Task.FromResult<string?>("the power is back");
    }

    private void Arm()
    {
        if (Cut.Torn is { } torn)
        {
            node.Board.Flash.CutAfter(Cut.FlashChanges, torn, entropy.Next(int.MaxValue));
        }
    }

    private string? StepOn(long nowMs)
    {
        bool isTorn = !node.Board.HasPower;
        if (!isTorn && nowMs < _dueMs)
        {
            return null;
        }

        node.Board.Flash.Disarm();
        isTorn = !node.Board.HasPower;
        node.CutPower();
        _isOff = true;
        _dueMs = nowMs + Cut.OffMs;
        string again = _cut == 0 ? "power cut" : Kind == FaultKind.CutInRecovery ? "power cut again during recovery" : "power cut again";
        return $"{again}{(isTorn ? " in the middle of a flash write" : string.Empty)}, back after {Math.Max(1, Cut.OffMs / 1000)} s";
    }

    private string? StepOff(long nowMs)
    {
        if (nowMs < _dueMs)
        {
            return null;
        }

        _isOff = false;
        IsOver = ++_cut == plan.Count;
        if (!IsOver)
        {
            Arm();
            _dueMs = nowMs + Cut.OnMs;
        }

        node.Board.PowerOn();
        return "the power is back";
    }
}
