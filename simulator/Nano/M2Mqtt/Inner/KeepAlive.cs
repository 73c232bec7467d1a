using MQTTnet.Packets;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>Sends a PINGREQ when nothing was sent for a period, and waits another period for the answer.</summary>
/// <remarks>What arrives does not count as a sign of life, as upstream.</remarks>
internal sealed class KeepAlive(BrokerSocket socket, int periodMs, CancellationToken stop)
{
    private TaskCompletionSource _answer = new();

    /// <summary>A PINGRESP has arrived.</summary>
    public void Answered() => _answer.TrySetResult();

    /// <summary>Watches the connection until it is stopped, or dead, which is told.</summary>
    public async Task RunAsync(Action died)
    {
        long waitMs = periodMs;
        while (true)
        {
            await Task.Delay((int)waitMs, stop).ConfigureAwait(false);
            long idleMs = Environment.TickCount64 - socket.SentMs;
            if (idleMs < periodMs)
            {
                waitMs = periodMs - idleMs;
                continue;
            }

            if (!await PingAsync().ConfigureAwait(false))
            {
                died();
                return;
            }

            waitMs = periodMs;
        }
    }

    private async Task<bool> PingAsync()
    {
        try
        {
            _answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await socket.SendAsync(new MqttPingReqPacket()).ConfigureAwait(false);
            await _answer.Task.WaitAsync(TimeSpan.FromMilliseconds(periodMs), stop).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return false;
        }
    }
}
