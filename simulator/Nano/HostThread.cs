namespace UlmEdge.Simulator.Nano;

/// <summary>A thread of a board's firmware: what the desk's Thread stands on.</summary>
/// <remarks>It inherits the board of whoever starts it and never keeps the process alive.</remarks>
public sealed class HostThread
{
    // Firmware is written for stacks of a few kilobytes, and a street has many threads.
    private const int StackBytes = 256 * 1024;

    private readonly Thread _thread;

    /// <summary>A thread that is yet to be started.</summary>
    public HostThread(Action body) => _thread = new Thread(() => Run(body), StackBytes) { IsBackground = true };

    /// <summary>Whether it has been started and has not ended.</summary>
    public bool IsAlive => _thread.IsAlive;

    /// <summary>
    /// Runs firmware until it ends, the power fails, or it throws: an uncaught exception ends this thread only.
    /// </summary>
    public static void Run(Action body)
    {
        try
        {
            body();
        }
        catch (BoardOffException)
        {
        }
        catch (Exception exception)
        {
            Report(exception);
        }
    }

    /// <summary>Starts it.</summary>
    public void Start() => _thread.Start();

    /// <summary>Says of an exception what the CLR says of one that nobody caught.</summary>
    internal static void Report(Exception exception)
    {
        try
        {
            HostBoard board = HostBoard.Current;
            board.WriteLine($"    ++++ Exception {exception.GetType().FullName} - 0x{exception.HResult:x8} ++++");
            board.WriteLine($"    ++++ Message: {exception.Message}");
            foreach (string frame in (exception.StackTrace ?? string.Empty).Split('\n', StringSplitOptions.TrimEntries))
            {
                board.WriteLine($"    ++++ {frame} ++++");
            }
        }
        catch (BoardOffException)
        {
        }
    }
}
