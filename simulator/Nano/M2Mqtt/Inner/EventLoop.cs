namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>
/// Calls the application's handlers one after the other; at the end of the connection it tells that, too.
/// </summary>
/// <remarks>
/// As upstream's dispatch thread: what was queued before the connection broke is still told, then comes the end. A
/// handler that throws costs the connection.
/// </remarks>
internal sealed class EventLoop(CancellationToken stop)
{
    private readonly Queue<Action> _calls = new();
    private readonly Signal _work = new();
    private volatile bool _ending;

    public void Post(Action call)
    {
        lock (_calls)
        {
            _calls.Enqueue(call);
        }

        _work.Set();
    }

    /// <summary>The connection has broken.</summary>
    public void End()
    {
        _ending = true;
        _work.Set();
    }

    /// <summary>
    /// Calls handlers until the connection has ended and its end has been dealt with, or until stopped.
    /// </summary>
    public async Task RunAsync(Action failed, Func<Task> ended)
    {
        while (!stop.IsCancellationRequested)
        {
            if (TryTake(out Action? call))
            {
                Call(call!, failed);
            }
            else if (_ending)
            {
                await ended().ConfigureAwait(false);
                return;
            }
            else
            {
                await _work.WaitAsync(Timeout.Infinite, stop).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Calls a handler. What it throws is reported and does not get any further.</summary>
    public static void Call(Action call, Action failed)
    {
        try
        {
            call();
        }
        catch (BoardOffException)
        {
        }
        catch (Exception exception)
        {
            HostThread.Report(exception);
            failed();
        }
    }

    private bool TryTake(out Action? call)
    {
        lock (_calls)
        {
            return _calls.TryDequeue(out call);
        }
    }
}
