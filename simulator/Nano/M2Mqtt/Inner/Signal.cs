namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>What an AutoResetEvent is to threads, for tasks: any number of sets wakes one waiter once.</summary>
internal sealed class Signal
{
    private readonly SemaphoreSlim _semaphore = new(0, 1);

    public void Set()
    {
        lock (_semaphore)
        {
            if (_semaphore.CurrentCount == 0)
            {
                _semaphore.Release();
            }
        }
    }

    public Task WaitAsync(int timeoutMs, CancellationToken stop) => _semaphore.WaitAsync(timeoutMs, stop);
}
