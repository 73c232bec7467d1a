namespace UlmEdge.Simulator.Chips;

/// <summary>A part that closes a contact now and then: a rain gauge, an anemometer.</summary>
public interface IPulseSource
{
    /// <summary>How often the contact was closed by a time, since the supply came on; never less than before.</summary>
    long PulsesUntil(long uptimeUs);
}
