using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>The platform's time of day in one boot: unset until a time server answers, then as right as that server.</summary>
/// <remarks>lwIP asks once there is an address and every hour from then on; in between the board's quartz counts.</remarks>
internal sealed class WorldClockChip(Surroundings surroundings, Uptime uptime, long startUnixMs, SeededEntropy entropy) : IClock
{
    private const long FirstAnswerMs = 3_000;
    private const long RetryMs = 15_000;
    private const long PeriodMs = 3_600_000;
    private const long BelievedMs = 6_600_000;
    private const long Year = 365L * 86_400_000;

    private static readonly long[] Steps =
        [90_000, 600_000, 3_600_000, 86_400_000, 30L * 86_400_000, Year, 8 * Year];

    private long _nextMs = FirstAnswerMs;
    private long _lastMs;
    private long _offsetMs;
    private bool _isSet;
    private bool _wasRight;
    private long _wrongSinceMs = -1;

    /// <summary>Whether a right answer must lead to right times: no wrong one came first, and none lasted for long.</summary>
    public bool IsTrustworthy { get; private set; } = true;

    /// <summary>The longest time without an answer.</summary>
    public long LongestGapMs { get; private set; }

    /// <summary>Lets the time server answer up to an uptime.</summary>
    public void AdvanceTo(long uptimeMs)
    {
        while (_nextMs <= uptimeMs)
        {
            bool isHeard = !surroundings.Has(FaultKind.SntpBlocked) && !surroundings.Has(FaultKind.WifiLoss);
            if (!isHeard && surroundings.Has(FaultKind.SntpBlocked))
            {
                surroundings.Note(FaultKind.SntpBlocked);
            }

            if (isHeard)
            {
                Answer(_nextMs);
            }

            _nextMs += isHeard || _isSet ? PeriodMs : RetryMs;
        }

        LongestGapMs = Math.Max(LongestGapMs, uptimeMs - _lastMs);
        IsTrustworthy &= _wrongSinceMs < 0 || uptimeMs - _wrongSinceMs < BelievedMs;
    }

    /// <inheritdoc/>
    public bool TryGetUnixMs(out long unixMs)
    {
        unixMs = _isSet ? _offsetMs + NowMs : NowMs;
        return _isSet;
    }

    /// <inheritdoc/>
    public void Assume(long unixSeconds)
    {
    }

    /// <summary>The uptime of the look to come.</summary>
    public long NowMs { get; set; }

    private void Answer(long uptimeMs)
    {
        long errorMs = entropy.Between(-20, 21) + WrongBy();
        LongestGapMs = Math.Max(LongestGapMs, uptimeMs - _lastMs);
        _lastMs = uptimeMs;
        _offsetMs = startUnixMs + uptime.WorldMsAt(uptimeMs) + errorMs - uptimeMs;
        _isSet = true;
        if (Math.Abs(errorMs) < 1_000)
        {
            _wrongSinceMs = -1;
            _wasRight = true;
            return;
        }

        _wrongSinceMs = _wrongSinceMs < 0 ? uptimeMs : _wrongSinceMs;
        IsTrustworthy &= _wasRight;
    }

    private long WrongBy()
    {
        Fault? fault = surroundings.Latest(FaultKind.ClockForward) ?? surroundings.Latest(FaultKind.ClockBack);
        if (fault is null)
        {
            return 0;
        }

        surroundings.Note(fault.Kind);
        long step = Steps[fault.Draw % (ulong)Steps.Length];
        return fault.Kind == FaultKind.ClockForward ? step : -step;
    }
}
