using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>
/// Lets the firmware die: some seconds after each start, for a number of starts, or at each transfer to the sensor as long as the
/// fault lasts. The board restarts at once, as the platform's watchdog and its panic handler have it.
/// </summary>
internal sealed class BootLoopActs(WorldNode node, WorldHardware hardware, Agenda agenda)
{
    private const ulong AtSensorOneIn = 3;
    private const int DeathsMin = 2;
    private const ulong DeathsMore = 8;
    private const int LifeMsMin = 200;
    private const ulong LifeMsMore = 20_000;
    private const long RestartMs = 300;

    /// <summary>Whether it is the sensor at which the firmware dies.</summary>
    public static bool IsAtSensor(Fault fault) => fault.Draw % AtSensorOneIn == 0;

    /// <summary>A fault begins.</summary>
    public void Begin(Fault fault)
    {
        if (!IsAtSensor(fault))
        {
            Die(fault, DeathsMin + (int)((fault.Draw >> 8) % DeathsMore));
        }
    }

    /// <summary>The firmware has died: starts the board again.</summary>
    public void Died()
    {
        hardware.Surroundings.Note(FaultKind.BootLoop);
        agenda.Add(node.WorldMs + RestartMs, StartAgain);
    }

    private void Die(Fault fault, int left)
    {
        if (left == 0 || node.WorldMs > fault.EndMs)
        {
            return;
        }

        if (node.Die())
        {
            Died();
        }

        long lifeMs = LifeMsMin + (long)((fault.Draw >> (8 + (left * 3))) % LifeMsMore);
        agenda.Add(node.WorldMs + RestartMs + lifeMs, () => Die(fault, left - 1));
    }

    private void StartAgain()
    {
        if (!node.PowerOn())
        {
            agenda.Add(node.WorldMs + RestartMs, StartAgain);
        }
    }
}
