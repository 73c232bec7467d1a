namespace UlmEdge.Tests.NanoSurface;

/// <summary>One thing in the sources that a board refuses or runs differently.</summary>
/// <param name="Rule">The rule's name, or the compiler's error number.</param>
/// <param name="Path">The file, from the repository's root.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Member">The member around it, with its type: <c>Node.Tick</c>.</param>
/// <param name="Message">What happens on the board, and what to write instead.</param>
internal sealed record Finding(string Rule, string Path, int Line, string Member, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}({Line}): {Member}: {Message} [{Rule}]";
}
