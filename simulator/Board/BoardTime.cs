namespace UlmEdge.Simulator.Board;

/// <summary>Uptime of a board from one power-on to the next power-off.</summary>
/// <remarks>
/// For the firmware's loop time stands still while it computes, and passes by just what it sleeps: how long the desk
/// computes says nothing about an ESP32, and in a fast world each pause of the desk's scheduler would look like a board
/// that hangs for seconds. A loop that has fallen behind the world sleeps less until it has caught up; one that is
/// behind by more than <see cref="BehindMax"/> of real time notices. To all other threads time passes as in the world.
/// The operating system cannot sleep for microseconds, yet in a fast world a chip's 20 ms are no more than that: a
/// sleeping board may run ahead of the world by <see cref="AheadMax"/> of real time instead of waiting for it.
/// Invariant: uptime never goes back for any thread, and a sleep never ends before its time.
/// </remarks>
public sealed class BoardTime(WorldClock world, CancellationToken powerOff)
{
    private static readonly TimeSpan AheadMax = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan BehindMax = TimeSpan.FromMilliseconds(250);

    private readonly long _powerOnMs = world.ElapsedMs;
    private readonly Thread _loop = Thread.CurrentThread;
    private long _reachedMs;
    private long _heldMs;

    /// <summary>Milliseconds since power-on.</summary>
    public long UptimeMs => Thread.CurrentThread == _loop ? _heldMs : PassingMs;

    /// <summary>Milliseconds since the start of the world.</summary>
    public long WorldMs => _powerOnMs + UptimeMs;

    /// <summary>The true time of day, which a board does not know by itself.</summary>
    public long WorldUnixMs => world.StartUnixMs + WorldMs;

    private long PassingMs => Math.Max(world.ElapsedMs - _powerOnMs, Volatile.Read(ref _reachedMs));

    /// <summary>Sleeps for board time; returns at once when power goes.</summary>
    public void Sleep(int milliseconds)
    {
        long targetMs = UptimeMs + milliseconds;
        if (Thread.CurrentThread != _loop)
        {
            AwaitWorld(targetMs);
            Reach(targetMs);
            return;
        }

        // Also a loop that is behind, and so would not wait, lets others pass.
        TimeSpan ahead = world.RealUntil(_powerOnMs + targetMs);
        if (ahead < TimeSpan.Zero || ahead > AheadMax)
        {
            Turnstile.Leave();
            AwaitWorld(targetMs);
            Turnstile.Enter();
        }

        Reach(targetMs);
        _heldMs = world.RealUntil(_powerOnMs + targetMs) < -BehindMax ? PassingMs : targetMs;
    }

    private void AwaitWorld(long targetMs)
    {
        TimeSpan ahead = world.RealUntil(_powerOnMs + targetMs);
        while (ahead > AheadMax && !powerOff.WaitHandle.WaitOne(ahead))
        {
            ahead = world.RealUntil(_powerOnMs + targetMs);
        }
    }

    private void Reach(long targetMs)
    {
        long seenMs = Volatile.Read(ref _reachedMs);
        while (seenMs < targetMs)
        {
            long beforeMs = Interlocked.CompareExchange(ref _reachedMs, targetMs, seenMs);
            if (beforeMs == seenMs)
            {
                return;
            }

            seenMs = beforeMs;
        }
    }
}
