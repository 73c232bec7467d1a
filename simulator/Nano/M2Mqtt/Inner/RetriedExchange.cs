using MQTTnet.Packets;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>A packet that is sent, waited for, sent again, and given up on.</summary>
internal abstract class RetriedExchange(MqttPacket packet) : Exchange(packet)
{
    private bool _waiting;
    private long _sentMs;

    /// <summary>How often it has been sent.</summary>
    protected int Attempt { get; private set; }

    /// <inheritdoc/>
    public sealed override async Task<int> StepAsync(IInflightContext context)
    {
        if (!_waiting)
        {
            return await SendAsync(context).ConfigureAwait(false);
        }

        int? answered = await TakeAnswerAsync(context).ConfigureAwait(false);
        return answered ?? Overdue(context);
    }

    /// <summary>Sends what is due; false when it turned out that there is no need.</summary>
    protected abstract Task<bool> TrySendAsync(IInflightContext context);

    /// <summary>Takes an answer; null when there is none, else what <see cref="StepAsync"/> is to return.</summary>
    protected abstract Task<int?> TakeAnswerAsync(IInflightContext context);

    /// <summary>All sends went unanswered.</summary>
    protected abstract void GiveUp(IInflightContext context);

    /// <summary>Starts to wait for the answer to another packet, which has just been sent.</summary>
    protected void SentNext()
    {
        Attempt = 1;
        _sentMs = Environment.TickCount64;
    }

    private async Task<int> SendAsync(IInflightContext context)
    {
        _waiting = true;
        _sentMs = Environment.TickCount64;
        Attempt++;
        return await TrySendAsync(context).ConfigureAwait(false) ? context.RetryMs : Done;
    }

    private int Overdue(IInflightContext context)
    {
        long waited = Environment.TickCount64 - _sentMs;
        if (waited < context.RetryMs)
        {
            return (int)(context.RetryMs - waited);
        }

        if (Attempt < context.Attempts)
        {
            _waiting = false;
            return 0;
        }

        GiveUp(context);
        return Done;
    }
}
