namespace UlmEdge.Simulator.Board;

/// <summary>What a board's firmware writes to the debugger: the last lines, and an event for each.</summary>
public sealed class DebugOutput
{
    private const int LinesMax = 32;

    private readonly Queue<string> _lines = new();

    /// <summary>Raised for each line, on the thread of the firmware.</summary>
    public event Action<string>? Written;

    /// <summary>The last lines, oldest first.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Adds a line; the oldest gives way.</summary>
    public void Write(string line)
    {
        lock (_lines)
        {
            if (_lines.Count == LinesMax)
            {
                _lines.Dequeue();
            }

            _lines.Enqueue(line);
        }

        Written?.Invoke(line);
    }
}
