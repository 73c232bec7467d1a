using UlmEdge.Core;
using UlmEdge.Core.Configuration;
using UlmEdge.Devices.Bmxx80;
using UlmEdge.Ports;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>One boot of a node: its core and its sensor's binding as they are on the board, its edge in the world's time.</summary>
internal sealed class WorldRun
{
    private readonly WorldPlan _plan;
    private readonly WorldBoard _board;
    private readonly WorldLink _link;
    private readonly WorldClockChip _clock;
    private readonly WorldConnection _connection;
    private readonly WitnessedSensor _sensor;
    private readonly Heap _heap;
    private readonly WorldPower _power = new();
    private readonly Uptime _uptime;
    private readonly WorldBoot _boot;
    private readonly bool _wasMisled;
    private long _wakeUptimeMs;
    private int _taken;

    /// <summary>Powers up; throws <see cref="PowerCutException"/> if the power goes again meanwhile.</summary>
    public WorldRun(WorldPlan plan, NodeConfiguration configuration, WorldHardware hardware, Courier courier, long worldMs)
    {
        _plan = plan;
        Surroundings around = hardware.Surroundings;
        _uptime = new Uptime(worldMs, hardware.PartsPerMillion);
        _board = new WorldBoard(hardware.Bus) { WorldUs = worldMs * 1000 };
        _board.Enter();
        if (!around.Has(FaultKind.SensorAbsent))
        {
            hardware.Chip.Plug(worldMs * 1000);
        }

        _heap = new Heap(around, hardware.Entropy);
        _link = new WorldLink(around);
        _clock = new WorldClockChip(around, _uptime, plan.StartUnixMs, hardware.Entropy);
        _connection = new WorldConnection(around, _heap, hardware.Entropy, courier.Deliver);
        _sensor = new WitnessedSensor(
            new Bmx280Sensor(Bmx280Model.Bme280, 1, Bmx280Sensor.AnyAddress), () => hardware.AirAt(_board.WorldUs / 1000));
        hardware.Watcher = _sensor.Witness;
        NodePorts ports = new()
        {
            Clock = _clock,
            Link = _link,
            Broker = _connection,
            Store = new StrainedFlash(hardware.Flash, _heap),
            Indicator = new WorldIndicator(),
            Entropy = hardware.Entropy,
            Health = new WorldHealth(),
            Power = _power,
            Log = hardware.Log,
        };
        Node = new Node(configuration, ports, [_sensor]);
        _boot = new WorldBoot(Node.Boot, _uptime);
        // An earlier boot believed in a time to come: then this one disbelieves the right time, and may fall for the same again.
        long trueSeconds = (plan.StartUnixMs + worldMs) / 1000;
        _wasMisled = Node.Journal.KnownUnixSeconds > trueSeconds + Limits.TimeFloorSlackSeconds;
    }

    /// <summary>The node.</summary>
    public Node Node { get; }

    /// <summary>Messages with samples that are under way.</summary>
    public int UnderWay => _connection.UnderWay;

    /// <summary>Whether the node wants to restart.</summary>
    public bool WantsRestart => _power.IsAsked;

    /// <summary>World time at which it wants to be called.</summary>
    public long WakeMs => _uptime.WorldMsAt(_wakeUptimeMs);

    /// <summary>Lets everything around the node happen up to a world time.</summary>
    public void AdvanceTo(long worldMs)
    {
        long uptimeMs = Math.Max(_uptime.At(worldMs), 0);
        _clock.AdvanceTo(uptimeMs);
        _connection.AdvanceTo(uptimeMs);
        _boot.IsMisled = _wasMisled || !_clock.IsTrustworthy;
        _boot.LongestGapMs = _clock.LongestGapMs;
        _board.WorldUs = Math.Max(_board.WorldUs, worldMs * 1000);
    }

    /// <summary>One round of the loop, as Program.cs has it.</summary>
    public void Tick(long worldMs, NodeWitness witness)
    {
        AdvanceTo(worldMs);
        long uptimeMs = _wakeUptimeMs;
        _link.NowMs = uptimeMs;
        _clock.NowMs = uptimeMs;
        _heap.IsWatched = true;
        try
        {
            _wakeUptimeMs = Node.Tick(uptimeMs);
        }
        catch (Exception error) when (error is not PowerCutException)
        {
            _wakeUptimeMs = uptimeMs + Limits.BackoffMsMin;
            if (error is not OutOfMemoryException)
            {
                witness.Break(Promise.Convergence, $"{error.GetType().Name} escaped the loop: {error.Message} {FirstLine(error)}");
            }
        }
        finally
        {
            _heap.IsWatched = false;
            Note(witness, uptimeMs);
        }
    }

    /// <summary>Something around the connection has begun that may end it.</summary>
    public void Interrupt(FaultKind kind) => _connection.Interrupt(kind);

    /// <summary>Somebody sends the node a message.</summary>
    public void Send(string topic, byte[] payload, bool isRetained) => _connection.Send(topic, payload, isRetained);

    /// <summary>The power is gone.</summary>
    public void End() => _connection.CutOff();

    private static string FirstLine(Exception error) => error.StackTrace?.Split('\n')[0].Trim() ?? string.Empty;

    private void Note(NodeWitness witness, long uptimeMs)
    {
        bool isLeftOut = Node.Counters.SamplesTaken > _taken && !_sensor.HasDelivered;
        _taken = Node.Counters.SamplesTaken;
        if (!_sensor.HasDelivered && !isLeftOut)
        {
            witness.Follow(Node);
            return;
        }

        _sensor.HasDelivered = false;
        if (!isLeftOut)
        {
            Honesty.Check(witness, _sensor.Air, _sensor.Latest);
        }

        // In safe mode a sample may be one of reasons only: the sensor was not asked.
        long beganMs = isLeftOut ? uptimeMs : _sensor.BeganMs;
        witness.Took(Node, new TakenSample
        {
            Boot = _boot,
            UptimeMs = beganMs,
            Readings = isLeftOut ? [.. Enumerable.Range(0, Node.ChannelCount).Select(Node.Latest)] : [.. _sensor.Latest],
            TrueUnixMs = _plan.StartUnixMs + _uptime.WorldMsAt(beganMs),
        });
    }
}
