namespace UlmEdge.Simulator.Faults.Live;

/// <summary>One fault of a running street, from its beginning to its end. Times are board milliseconds of the world.</summary>
/// <param name="kind">Its kind.</param>
/// <param name="where">The node it hits, or the broker.</param>
internal abstract class LiveFault(FaultKind kind, string where)
{
    /// <summary>Its kind.</summary>
    public FaultKind Kind => kind;

    /// <summary>The node it hits, or the broker.</summary>
    public string Where => where;

    /// <summary>Whether it has run its course and left nothing behind.</summary>
    public bool IsOver { get; protected set; }

    /// <summary>Begins.</summary>
    /// <returns>What happened, in words.</returns>
    public abstract Task<string?> BeginAsync(long nowMs);

    /// <summary>Goes on.</summary>
    /// <returns>What happened, in words, or null.</returns>
    public abstract Task<string?> StepAsync(long nowMs);

    /// <summary>Ends now, whatever was still to come.</summary>
    /// <returns>What happened, in words, or null.</returns>
    public abstract Task<string?> HealAsync();
}
