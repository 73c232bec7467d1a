using UlmEdge.Simulator.Runners;

namespace UlmEdge.Simulator.Faults.Live;

/// <summary>The embedded broker goes away and comes back, on the same port.</summary>
/// <param name="kind">Whether it forgets meanwhile.</param>
/// <param name="street">The street.</param>
/// <param name="durationMs">For how long.</param>
internal sealed class BrokerFault(FaultKind kind, Street street, long durationMs) : LiveFault(kind, BrokerFault.Place)
{
    /// <summary>What such a fault hits.</summary>
    public const string Place = "broker";

    private long _untilMs;

    /// <inheritdoc/>
    public override async Task<string?> BeginAsync(long nowMs)
    {
        _untilMs = nowMs + durationMs;
        await street.Relay!.PauseAsync();
        if (Kind == FaultKind.BrokerForgets)
        {
            await street.Broker!.ForgetAsync(except: street.Subscriber.ClientId);
        }

        await street.Broker!.StopAsync();
        return $"{(Kind == FaultKind.BrokerForgets ? "restarts and forgets all sessions" : "goes down")}, for {durationMs / 1000} s";
    }

    /// <inheritdoc/>
    public override async Task<string?> StepAsync(long nowMs) => nowMs < _untilMs ? null : await HealAsync();

    /// <inheritdoc/>
    public override async Task<string?> HealAsync()
    {
        IsOver = true;
        await street.Broker!.StartAsync();
        street.Relay!.Resume();
        return "answers again";
    }
}
