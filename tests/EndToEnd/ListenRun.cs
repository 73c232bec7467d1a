namespace UlmEdge.Tests.EndToEnd;

/// <summary>What <c>listen</c> has written so far.</summary>
internal sealed record ListenRun(int ExitCode, string[] Output, string[] Error)
{
    /// <summary>All lines.</summary>
    public IEnumerable<string> All => Output.Concat(Error);
}
