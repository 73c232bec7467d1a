using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Worlds;

/// <summary>A sensor as the node has it, with somebody beside who notes what the air was and what the binding said.</summary>
/// <param name="sensor">The sensor.</param>
/// <param name="airNow">The air around it.</param>
/// <param name="hasDied">Whether the firmware has died in a transfer: a driver that catches everything does not catch that.</param>
internal sealed class WitnessedSensor(ISensor sensor, Func<AirState> airNow, Func<bool> hasDied) : ISensor
{
    // A sample that is under way, and waits for a sensor that does not answer, holds the next one up.
    private const int SlackMs = 30_000;

    private readonly Reading[] _latest = new Reading[sensor.Quantities.Length];
    private readonly Reading[] _before = new Reading[sensor.Quantities.Length];
    private int _conversions;

    /// <summary>Uptime at which the measurement that ended last began.</summary>
    public long BeganMs { get; private set; }

    /// <summary>The air that the readings are of.</summary>
    public AirState Air { get; private set; }

    /// <summary>Whether a measurement has ended since this was set to false.</summary>
    public bool HasDelivered { get; set; }

    /// <summary>Whether the last measurement, or the one before, has ended with just these readings.</summary>
    public bool HasGiven(IReadOnlyList<Reading> readings) => AreAlike(readings, _latest) || AreAlike(readings, _before);

    /// <summary>Whether the measurement that ended last was for a sample of this uptime.</summary>
    public bool HasDeliveredFor(long sampleMs) => HasDelivered && BeganMs + sensor.LeadMs + SlackMs >= sampleMs;

    /// <summary>The readings of the measurement that ended last.</summary>
    public IReadOnlyList<Reading> Latest => _latest;

    /// <inheritdoc/>
    public string Name => sensor.Name;

    /// <inheritdoc/>
    public Quantity[] Quantities => sensor.Quantities;

    /// <inheritdoc/>
    public int LeadMs => sensor.LeadMs;

    /// <summary>The chip looks at the air.</summary>
    public AirState Witness(AirState air)
    {
        _conversions++;
        Air = air;
        return air;
    }

    /// <inheritdoc/>
    public int Begin(long uptimeMs)
    {
        BeganMs = uptimeMs;
        _conversions = 0;
        return Alive(sensor.Begin(uptimeMs));
    }

    /// <inheritdoc/>
    public int Collect(long uptimeMs, Reading[] readings, int offset)
    {
        int waitMs = Alive(sensor.Collect(uptimeMs, readings, offset));
        if (waitMs == 0)
        {
            Array.Copy(_latest, _before, _latest.Length);
            Array.Copy(readings, offset, _latest, 0, _latest.Length);
            Air = _conversions > 0 ? Air : airNow(); // Values without a conversion would have to be true by chance.
            HasDelivered = true;
        }

        return waitMs;
    }

    private static bool AreAlike(IReadOnlyList<Reading> some, Reading[] others) =>
        some.Zip(others).All(pair => (pair.First.Value, pair.First.Absence) == (pair.Second.Value, pair.Second.Absence));

    private int Alive(int answer) => hasDied() ? throw new PowerCutException() : answer;
}
