namespace UlmEdge.Simulator.Faults;

/// <summary>How a kind of fault behaves.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="PerDay">How often on a usual day of a node, or of the broker.</param>
/// <param name="SecondsMin">It lasts at least so long.</param>
/// <param name="SecondsMax">It lasts at most so long; short ones are more frequent than long ones.</param>
/// <param name="IsShared">Whether it strikes all nodes together.</param>
public sealed record FaultHabit(FaultKind Kind, double PerDay, int SecondsMin, int SecondsMax, bool IsShared = false)
{
    private const int Minute = 60;
    private const int Hour = 3600;

    /// <summary>The habits of all kinds.</summary>
    public static IReadOnlyList<FaultHabit> All { get; } =
    [
        new(FaultKind.PowerCut, 1.0, 1, 6 * Hour),
        new(FaultKind.CutInRecovery, 0.5, 1, 10 * Minute),
        new(FaultKind.RebootLoop, 0.2, 30, 20 * Minute),
        new(FaultKind.WifiLoss, 1.0, 10, 12 * Hour),
        new(FaultKind.DnsFailure, 0.6, 30, 3 * Hour),
        new(FaultKind.BrokerDown, 0.8, 5, 12 * Hour, true),
        new(FaultKind.BrokerForgets, 0.5, 1, 2 * Minute, true),
        new(FaultKind.PubackLost, 1.0, 10, 1 * Hour),
        new(FaultKind.PubackLate, 1.0, 10, 1 * Hour),
        new(FaultKind.PubackDoubled, 1.0, 10, 2 * Hour),
        new(FaultKind.HalfOpen, 0.7, 30, 1 * Hour),
        new(FaultKind.SlowBroker, 0.5, 1 * Minute, 2 * Hour, true),
        new(FaultKind.SensorAbsent, 0.6, 10, 3 * Hour),
        new(FaultKind.SensorStuck, 0.6, 10, 3 * Hour),
        new(FaultKind.SensorNak, 1.5, 0, 0),
        new(FaultKind.BitFlip, 2.0, 0, 0),
        new(FaultKind.SensorReset, 1.0, 0, 0),
        new(FaultKind.ClockForward, 0.4, 5 * Minute, 6 * Hour),
        new(FaultKind.ClockBack, 0.4, 5 * Minute, 6 * Hour),
        new(FaultKind.SntpBlocked, 0.5, 10 * Minute, 72 * Hour),
        new(FaultKind.HeapShortage, 0.6, 10, 30 * Minute),
        new(FaultKind.FlashWriteError, 0.6, 5, 1 * Hour),
        new(FaultKind.FlashFull, 0.4, 1 * Minute, 4 * Hour),
        new(FaultKind.CommandStorm, 0.7, 5, 30 * Minute),
        new(FaultKind.BootLoop, 0.4, 5, 20 * Minute),
        new(FaultKind.CaRotation, 0.5, 10 * Minute, 24 * Hour, true),
        new(FaultKind.WrongTime, 0.5, 10 * Minute, 24 * Hour),
        new(FaultKind.BadConfiguration, 1.5, 1 * Minute, 8 * Hour),
    ];
}
