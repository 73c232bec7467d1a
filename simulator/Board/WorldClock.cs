using System.Diagnostics;

namespace UlmEdge.Simulator.Board;

/// <summary>The time of a simulated world: starts when it likes, passes faster than real time by a factor.</summary>
public sealed class WorldClock
{
    private readonly Stopwatch _real = new();

    /// <summary>A clock that does not go yet.</summary>
    /// <param name="startUnixMs">The time of day in the world at its start, in Unix milliseconds.</param>
    /// <param name="speed">Board seconds per real second.</param>
    public WorldClock(long startUnixMs, double speed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        StartUnixMs = startUnixMs;
        Speed = speed;
    }

    /// <summary>The time of day at the world's start.</summary>
    public long StartUnixMs { get; }

    /// <summary>Board seconds per real second.</summary>
    public double Speed { get; }

    /// <summary>Board milliseconds since the world's start.</summary>
    public long ElapsedMs => (long)(RealElapsed.TotalMilliseconds * Speed);

    /// <summary>The time of day in the world.</summary>
    public long UnixMs => StartUnixMs + ElapsedMs;

    /// <summary>Real time since the world's start.</summary>
    public TimeSpan RealElapsed => _real.Elapsed;

    /// <summary>Starts the world now.</summary>
    public void Start() => _real.Start();

    /// <summary>Real time until so many board milliseconds have passed since the start; negative afterwards.</summary>
    public TimeSpan RealUntil(long elapsedMs) => TimeSpan.FromMilliseconds(elapsedMs / Speed) - RealElapsed;
}
