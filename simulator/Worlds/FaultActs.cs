using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>Does to a node what its world's plan says.</summary>
/// <param name="node">The node.</param>
/// <param name="hardware">What of it outlives a loss of power.</param>
/// <param name="backend">Who sends it commands.</param>
/// <param name="operators">Who sends it configurations.</param>
/// <param name="agenda">What is to happen.</param>
internal sealed class FaultActs(WorldNode node, WorldHardware hardware, Backend backend, Operator operators, Agenda agenda)
{
    private const long ArmedForMs = 20 * 60_000;
    private const long BetweenCutsMs = 5_000;
    private const int ArmedOperations = 6;

    private static readonly int TornWrites = Enum.GetValues<TornWrite>().Length;

    private readonly BootLoopActs _bootLoop = new(node, hardware, agenda);
    private readonly StormActs _storm = new(node, backend, agenda);
    private long _offMs = BetweenCutsMs;

    /// <summary>A fault begins.</summary>
    public void Begin(Fault fault)
    {
        hardware.Surroundings.Begin(fault);
        switch (fault.Kind)
        {
            case FaultKind.PowerCut when fault.Draw % 2 == 0:
                CutFor(fault.EndMs - fault.StartMs, fault.Kind);
                break;
            case FaultKind.PowerCut:
                Arm(fault.Draw >> 1, fault.EndMs - fault.StartMs, fault.Kind);
                break;
            case FaultKind.CutInRecovery:
                CutFor(BetweenCutsMs, fault.Kind);
                agenda.Add(node.WorldMs, () => Arm(fault.Draw, BetweenCutsMs, fault.Kind));
                break;
            case FaultKind.RebootLoop:
                CutAgain(fault, 0);
                break;
            case FaultKind.WifiLoss or FaultKind.BrokerDown or FaultKind.BrokerForgets or FaultKind.HalfOpen:
                node.Running?.Interrupt(fault.Kind);
                break;
            case FaultKind.FlashWriteError or FaultKind.FlashFull:
                BeginInFlash(fault);
                break;
            case FaultKind.WrongTime:
                CutFor(BetweenCutsMs, null); // Until it is off, a clock that was set goes on.
                break;
            case FaultKind.CaRotation:
                hardware.Brokers.Rotate(fault, node.WorldMs);
                node.Running?.Interrupt(fault.Kind);
                break;
            default:
                if (!TryBeginElsewhere(fault))
                {
                    BeginAtSensor(fault);
                }

                break;
        }
    }

    // Somebody means it, or it is the firmware's own.
    private bool TryBeginElsewhere(Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.CommandStorm:
                _storm.Begin(fault);
                return true;
            case FaultKind.BootLoop:
                _bootLoop.Begin(fault);
                return true;
            case FaultKind.BadConfiguration:
                operators.Begin(fault);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A fault is over.</summary>
    public void End(Fault fault)
    {
        hardware.Surroundings.End(fault);
        switch (fault.Kind)
        {
            case FaultKind.SensorAbsent when node.Running is not null:
                hardware.ChipOf(fault).Plug(node.WorldMs * 1000);
                break;
            case FaultKind.SensorStuck:
                hardware.ChipOf(fault).Recover(node.WorldMs * 1000);
                hardware.Wiring.Bus.Condition = BusCondition.Working;
                break;
            case FaultKind.FlashWriteError:
                hardware.Flash.RefusesWrites = hardware.Surroundings.Has(FaultKind.FlashWriteError);
                break;
            case FaultKind.FlashFull:
                hardware.Flash.Plant(WorldNode.ForeignFile, null);
                break;
            case FaultKind.CaRotation:
                hardware.Brokers.EndRotation(fault, node.WorldMs);
                node.Running?.Interrupt(fault.Kind);
                break;
            case FaultKind.BadConfiguration:
                operators.End(fault);
                break;
            default:
                break;
        }
    }

    /// <summary>The power was cut in the middle of a flash operation.</summary>
    public void PowerIsCut()
    {
        hardware.Surroundings.Note(FaultKind.PowerCut);
        BackAfter(_offMs);
    }

    /// <summary>The firmware has died where the fault is.</summary>
    public void FirmwareDied() => _bootLoop.Died();

    /// <summary>Starts a board that restarts itself, and for which there is power.</summary>
    public void Restart() => BackAfter(0);

    private void CutFor(long offMs, FaultKind? kind)
    {
        if (node.CutPower())
        {
            if (kind is { } cause)
            {
                hardware.Surroundings.Note(cause);
            }

            BackAfter(offMs);
        }
    }

    // A power cut in the middle of one of the flash operations to come, or, when none comes, between them.
    private void Arm(ulong draw, long offMs, FaultKind kind)
    {
        _offMs = offMs;
        TornWrite torn = (TornWrite)(draw % (ulong)TornWrites);
        hardware.Flash.CutAfter((long)(draw / 8 % ArmedOperations), torn, (int)(draw >> 33));
        long cuts = node.Cuts;
        agenda.Add(node.WorldMs + ArmedForMs, () =>
        {
            if (node.Cuts == cuts)
            {
                hardware.Flash.Disarm();
                CutFor(offMs, kind);
            }
        });
    }

    private void CutAgain(Fault fault, int round)
    {
        if (node.WorldMs >= fault.EndMs && round > 0)
        {
            return;
        }

        CutFor(BetweenCutsMs / 2, fault.Kind);
        long nextMs = node.WorldMs + BetweenCutsMs + (long)((fault.Draw >> (round % 48)) % 60_000);
        agenda.Add(Math.Min(nextMs, Math.Max(fault.EndMs, node.WorldMs + 1)), () => CutAgain(fault, round + 1));
    }

    private void BackAfter(long offMs)
    {
        agenda.Add(node.WorldMs + offMs, () =>
        {
            if (!node.PowerOn())
            {
                BackAfter(BetweenCutsMs);
            }
        });
    }

    private void BeginInFlash(Fault fault)
    {
        hardware.Surroundings.Note(fault.Kind);
        if (fault.Kind == FaultKind.FlashWriteError)
        {
            hardware.Flash.RefusesWrites = true;
            hardware.Flash.RefusalLeaves = (TornWrite)(fault.Draw % (ulong)TornWrites);
            return;
        }

        int left = (int)(fault.Draw % 4) * SimulatedFlash.BlockBytes;
        int taken = Math.Max(0, hardware.Flash.CapacityBytes - hardware.Flash.UsedBytes - left);
        hardware.Flash.Plant(WorldNode.ForeignFile, new byte[taken]);
    }

    private void BeginAtSensor(Fault fault)
    {
        long worldUs = node.WorldMs * 1000;
        bool isOn = node.Running is not null;
        switch (fault.Kind)
        {
            case FaultKind.SensorAbsent:
                hardware.ChipOf(fault).Unplug();
                break;
            case FaultKind.SensorStuck:
                GetStuck(fault.Draw % 5, hardware.ChipOf(fault), worldUs);
                break;
            case FaultKind.SensorNak:
                hardware.Wiring.Bus.NakNext(1 + (int)(fault.Draw % 6));
                break;
            case FaultKind.BitFlip:
                hardware.Wiring.Bus.FlipBitOnce((int)(fault.Draw % 8), (int)(fault.Draw / 8 % 8));
                break;
            case FaultKind.SensorReset when isOn && hardware.ChipOf(fault).IsPlugged:
                hardware.ChipOf(fault).ResetByItself(worldUs);
                break;
            default:
                return;
        }

        if (isOn)
        {
            hardware.Surroundings.Note(fault.Kind);
        }
    }

    private void GetStuck(ulong how, IVirtualChip chip, long worldUs)
    {
        switch (how)
        {
            case 1 when chip is VirtualBmx280 bosch:
                bosch.Latch(worldUs);
                break;
            case 0 or 1:
                chip.Freeze(worldUs);
                break;
            default:
                hardware.Wiring.Bus.Condition = (BusCondition)(how - 1);
                break;
        }
    }
}
