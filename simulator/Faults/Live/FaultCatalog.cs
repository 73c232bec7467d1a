using UlmEdge.Simulator.Runners;

namespace UlmEdge.Simulator.Faults.Live;

/// <summary>Draws what a fault of a kind is like, and where it strikes.</summary>
/// <param name="street">The street.</param>
/// <param name="entropy">The chance.</param>
internal sealed class FaultCatalog(Street street, SeededEntropy entropy)
{
    /// <summary>The kinds that are the embedded broker's own; an external one is left alone.</summary>
    public static readonly IReadOnlyList<FaultKind> OfBroker =
    [
        FaultKind.BrokerDown, FaultKind.BrokerForgets, FaultKind.PubackLost, FaultKind.PubackLate,
        FaultKind.PubackDoubled, FaultKind.SlowBroker,
    ];

    /// <summary>The kinds that only seeded worlds have: what they need is fixed when a street is built, or ends processes.</summary>
    public static readonly IReadOnlyList<FaultKind> OfWorlds =
    [
        FaultKind.CommandStorm, FaultKind.BootLoop, FaultKind.CaRotation, FaultKind.WrongTime, FaultKind.BadConfiguration,
    ];

    private readonly LiveChance _chance = new(street.Plan.Speed, entropy);

    /// <summary>A fault of a kind, not begun.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="active">What goes on already.</param>
    /// <returns>Null when it finds no place.</returns>
    public LiveFault? TryDraw(FaultKind kind, IReadOnlyList<LiveFault> active)
    {
        if (kind is FaultKind.BrokerDown or FaultKind.BrokerForgets)
        {
            bool isDown = active.Any(fault => fault.Where == BrokerFault.Place);
            long durationMs = kind == FaultKind.BrokerDown ? _chance.DurationMs(10, 90) : _chance.DurationMs(2, 10);
            return isDown ? null : new BrokerFault(kind, street, durationMs);
        }

        StreetNode node = street.Nodes[entropy.Next(street.Nodes.Count)];
        LiveFault[] here = [.. active.Where(fault => fault.Where == node.Id)];
        bool isBusy = here.Any(fault => Group(fault.Kind) == Group(kind));
        return isBusy ? null : Of(kind, node);
    }

    private LiveFault Of(FaultKind kind, StreetNode node) => Group(kind) switch
    {
        FaultKind.PowerCut => PowerFaults.Of(kind, node, _chance),
        FaultKind.WifiLoss => RadioFaults.Of(kind, node, _chance),
        FaultKind.PubackLost => AnswerFaults.Of(kind, node, street.Relay!.FaultsOf(node.Id), _chance),
        FaultKind.SensorAbsent => SensorFaults.Of(kind, node, _chance),
        FaultKind.ClockForward => ClockFaults.Of(kind, node, _chance),
        _ => BoardFaults.Of(kind, node, _chance),
    };

    // Faults of one group would undo each other: a node has one of them at a time.
    private static FaultKind Group(FaultKind kind) => kind switch
    {
        FaultKind.PowerCut or FaultKind.CutInRecovery or FaultKind.RebootLoop or FaultKind.SntpBlocked => FaultKind.PowerCut,
        FaultKind.WifiLoss or FaultKind.DnsFailure or FaultKind.HalfOpen => FaultKind.WifiLoss,
        FaultKind.PubackLost or FaultKind.PubackLate or FaultKind.PubackDoubled or FaultKind.SlowBroker => FaultKind.PubackLost,
        FaultKind.SensorAbsent or FaultKind.SensorStuck or FaultKind.SensorNak or FaultKind.BitFlip or FaultKind.SensorReset =>
            FaultKind.SensorAbsent,
        FaultKind.ClockForward or FaultKind.ClockBack => FaultKind.ClockForward,
        FaultKind.FlashWriteError or FaultKind.FlashFull => FaultKind.FlashFull,
        _ => kind,
    };
}
