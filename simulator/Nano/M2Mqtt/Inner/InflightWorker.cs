using MQTTnet.Packets;
using nanoFramework.M2Mqtt;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>Goes through the exchanges of one connection, round after round.</summary>
/// <remarks>
/// As upstream, only the oldest answer can be taken, and one that no exchange took in a round is an orphan and dropped
/// at the end of it: an acknowledgement behind a late one may be noticed a retry interval later.
/// </remarks>
internal sealed class InflightWorker(
    InflightQueue queue, BrokerSocket socket, MqttSettings settings, ClientEvents events, CancellationToken stop)
    : IInflightContext
{
    private bool _answerSeen;
    private bool _answerTaken;

    public int RetryMs => settings.DelayOnRetry;

    public int Attempts => settings.AttemptsOnRetry;

    /// <summary>Works until stopped. What goes wrong on the way is told, and then nothing more is sent.</summary>
    public async Task RunAsync(Action failed)
    {
        int waitMs = Timeout.Infinite;
        while (!stop.IsCancellationRequested)
        {
            await queue.Work.WaitAsync(waitMs, stop).ConfigureAwait(false);
            int dueMs = await RoundAsync(failed).ConfigureAwait(false);
            waitMs = dueMs == Exchange.UntilAnswered ? Timeout.Infinite : dueMs;
        }
    }

    public Task SendAsync(MqttPacket packet) => socket.SendAsync(packet);

    public TAnswer? TakeAnswer<TAnswer>(ushort identifier)
        where TAnswer : MqttPacketWithIdentifier
    {
        MqttPacketWithIdentifier? oldest = queue.PeekAnswer();
        _answerSeen = oldest is not null;
        if (oldest is not TAnswer answer || answer.PacketIdentifier != identifier)
        {
            return null;
        }

        queue.DropAnswer();
        _answerTaken = true;
        return answer;
    }

    public bool IsUnanswered(ushort identifier) => queue.IsUnanswered(identifier);

    public void RaisePublished(ushort identifier, bool isPublished) => events.Published(identifier, isPublished);

    public void RaiseReceived(MqttPublishPacket packet) => events.Received(packet);

    public void RaiseSubscribed(MqttSubAckPacket packet) => events.Subscribed(packet);

    public void RaiseUnsubscribed(ushort identifier) => events.Unsubscribed(identifier);

    private async Task<int> RoundAsync(Action failed)
    {
        int dueMs = Exchange.UntilAnswered;
        _answerTaken = false;
        _answerSeen = false;
        for (int left = queue.CountExchanges(); left > 0 && !stop.IsCancellationRequested; left--)
        {
            if (!queue.TryTake(out Exchange? exchange))
            {
                break;
            }

            _answerSeen = false;
            int stepMs = await StepAsync(exchange!, failed).ConfigureAwait(false);
            if (stepMs == Exchange.Done)
            {
                queue.Finish();
                continue;
            }

            queue.Return();
            dueMs = Math.Min(dueMs, stepMs);
        }

        if (_answerSeen && !_answerTaken)
        {
            queue.DropAnswer();
        }

        return dueMs;
    }

    private async Task<int> StepAsync(Exchange exchange, Action failed)
    {
        try
        {
            return await exchange.StepAsync(this).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not BoardOffException)
        {
            failed();
            return Exchange.UntilAnswered;
        }
    }
}
