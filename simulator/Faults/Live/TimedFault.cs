namespace UlmEdge.Simulator.Faults.Live;

/// <summary>A fault that is there for a time and then is not.</summary>
/// <param name="kind">Its kind.</param>
/// <param name="where">The node it hits, or the broker.</param>
/// <param name="durationMs">How long.</param>
internal sealed class TimedFault(FaultKind kind, string where, long durationMs) : LiveFault(kind, where)
{
    private long _untilMs;

    /// <summary>What begins, in words.</summary>
    public required string Says { get; init; }

    /// <summary>What is over, in words; null for what happens in a moment.</summary>
    public string? SaysAfter { get; init; }

    /// <summary>Makes it so.</summary>
    public required Action Begin { get; init; }

    /// <summary>Undoes it.</summary>
    public Action? End { get; init; }

    /// <inheritdoc/>
    public override Task<string?> BeginAsync(long nowMs)
    {
        _untilMs = nowMs + durationMs;
        Begin();
        return Task.FromResult<string?>(SaysAfter is null ? Says : $"{Says}, for {Math.Max(1, durationMs / 1000)} s");
    }

    /// <inheritdoc/>
    public override Task<string?> StepAsync(long nowMs) => nowMs < _untilMs ? Task.FromResult<string?>(null) : HealAsync();

    /// <inheritdoc/>
    public override Task<string?> HealAsync()
    {
        IsOver = true;
        End?.Invoke();
        return Task.FromResult(SaysAfter);
    }
}
