namespace UlmEdge.Simulator.Chips;

/// <summary>A virtual part, however it is connected, and what can happen to it.</summary>
/// <remarks>
/// A chip has no clock: every call says what time it is. Time is microseconds since the supply came on; it never goes
/// backwards, and a restart of the firmware does not set it back.
/// </remarks>
public interface IVirtualChip
{
    /// <summary>What the master did that the datasheet does not allow, in the order in which it happened.</summary>
    IReadOnlyList<ChipViolation> Violations { get; }

    /// <summary>Whether the chip is connected; else it is silent.</summary>
    bool IsPlugged { get; }

    /// <summary>The plug is pulled.</summary>
    void Unplug();

    /// <summary>The plug is put in: the chip powers on, which also cures a frozen one.</summary>
    void Plug(long uptimeUs);

    /// <summary>A dip of the supply: the chip starts anew with all settings lost, and nobody is told.</summary>
    void ResetByItself(long uptimeUs);

    /// <summary>From now on it answers but no longer measures, until <see cref="Recover"/> or a loss of power.</summary>
    void Freeze(long uptimeUs);

    /// <summary>Undoes <see cref="Freeze"/>.</summary>
    void Recover(long uptimeUs);
}
