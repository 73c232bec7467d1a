using UlmEdge.Core;
using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>The platform's time of day in one boot: unset until a time server answers, then as right as that server.</summary>
/// <remarks>
/// lwIP asks once there is an address and every hour from then on; in between the board's quartz counts. A time that was assumed
/// (firmware/Edge/BoardClock.cs) moves the clock that certificates are checked with, and is the time for nothing else.
/// </remarks>
internal sealed class WorldClockChip(Surroundings surroundings, Uptime uptime, long startUnixMs, SeededEntropy entropy) : IClock
{
    private const long FirstAnswerMs = 3_000;
    private const long RetryMs = 15_000;
    private const long PeriodMs = 3_600_000;
    private const ulong WrongWays = 3; // No time server, one behind, one ahead.
    private const ulong YearsMax = 10;
    private const long SeenMs = 30_000; // A smaller step than this is not told from drift.
    private const long NoTimeMs = 1_577_836_800_000; // 2020, as firmware/Edge/BoardClock.cs has it.
    private const long BelievedMs = 6_600_000;
    private const long Year = 365L * 86_400_000;

    private static readonly long[] Steps =
        [90_000, 600_000, 3_600_000, 86_400_000, 30L * 86_400_000, Year, 8 * Year];

    private bool _isAssumed;
    private long _assumedOffsetMs;
    private long _nextMs = FirstAnswerMs;
    private long _lastMs;
    private long _offsetMs;
    private bool _wasRight;
    private long _wrongSinceMs = -1;

    /// <summary>Whether a right answer must lead to right times: no wrong one came first, and none lasted for long.</summary>
    public bool IsTrustworthy { get; private set; } = true;

    /// <summary>The longest time without an answer.</summary>
    public long LongestGapMs { get; private set; }

    /// <summary>Whether a time server has answered since power-on, and nobody has set the clock since.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>What the platform's clock shows, and certificates are checked with: at power-on 1970.</summary>
    public long CertificateUnixMs => NowMs + _offsetMs;

    /// <summary>Whether that is the time of day.</summary>
    public bool IsRight => Math.Abs(CertificateUnixMs - startUnixMs - uptime.WorldMsAt(NowMs)) < 60_000;

    /// <summary>The host that is asked for the time, or null for the platform's own choice.</summary>
    public string? TimeServer { get; init; }

    /// <summary>Lets the time server answer up to an uptime.</summary>
    public void AdvanceTo(long uptimeMs)
    {
        while (_nextMs <= uptimeMs)
        {
            bool isHeard = IsHeard();
            if (isHeard)
            {
                Answer(_nextMs);
            }

            _nextMs += isHeard || IsAnswered ? PeriodMs : RetryMs;
        }

        LongestGapMs = Math.Max(LongestGapMs, uptimeMs - _lastMs);
        IsTrustworthy &= _wrongSinceMs < 0 || uptimeMs - _wrongSinceMs < BelievedMs;
    }

    /// <inheritdoc/>
    public bool TryGetUnixMs(out long unixMs)
    {
        unixMs = CertificateUnixMs;
        _isAssumed &= Math.Abs(_offsetMs - _assumedOffsetMs) < SeenMs;
        return !_isAssumed && unixMs >= NoTimeMs;
    }

    /// <summary>Whether a time was assumed that is yet to come, by more than a time server may be ahead without being found out.</summary>
    public bool HasAssumedTooMuch { get; private set; }

    /// <inheritdoc/>
    public void Assume(long unixSeconds)
    {
        if (_isAssumed || TryGetUnixMs(out _))
        {
            return;
        }

        HasAssumedTooMuch |= (unixSeconds - Limits.TimeFloorSlackSeconds) * 1000 > startUnixMs + uptime.WorldMsAt(NowMs);
        _isAssumed = true;
        _offsetMs = (unixSeconds * 1000) - NowMs;
        _assumedOffsetMs = _offsetMs;
        IsAnswered = false;
    }

    /// <summary>The uptime of the look to come.</summary>
    public long NowMs { get; set; }

    private void Answer(long uptimeMs)
    {
        long errorMs = entropy.Between(-20, 21) + WrongBy();
        LongestGapMs = Math.Max(LongestGapMs, uptimeMs - _lastMs);
        _lastMs = uptimeMs;
        _offsetMs = startUnixMs + uptime.WorldMsAt(uptimeMs) + errorMs - uptimeMs;
        IsAnswered = true;
        if (Math.Abs(errorMs) < 1_000)
        {
            _wrongSinceMs = -1;
            _wasRight = true;
            return;
        }

        _wrongSinceMs = _wrongSinceMs < 0 ? uptimeMs : _wrongSinceMs;
        IsTrustworthy &= _wasRight;
    }

    private bool IsHeard()
    {
        if (surroundings.Has(FaultKind.SntpBlocked))
        {
            surroundings.Note(FaultKind.SntpBlocked);
            return false;
        }

        return !surroundings.Has(FaultKind.WifiLoss)
            && !(surroundings.Latest(FaultKind.WrongTime) is { } fault && fault.Draw % WrongWays == 0)
            && TimeServer is null or WorldConfiguration.TimeServer;
    }

    private long WrongBy()
    {
        if (surroundings.Latest(FaultKind.WrongTime) is { } wrong)
        {
            long years = 1 + (long)((wrong.Draw >> 8) % YearsMax);
            return wrong.Draw % WrongWays == 1 ? -years * Year : years * Year;
        }

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
