using UlmEdge.App;
using UlmEdge.App.Boards;
using UlmEdge.Core;
using UlmEdge.Core.Boots;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Journal;
using UlmEdge.Ports;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Worlds;

/// <summary>One boot of a node: its core and its sensor's binding as they are on the board, its edge in the world's time.</summary>
internal sealed class WorldRun
{
    private const string Pseudonym = "world";

    private readonly WorldPlan _plan;
    private readonly WorldHardware _hardware;
    private readonly WorldBoard _board;
    private readonly WorldLink _link;
    private readonly WorldClockChip _clock;
    private readonly WorldConnection _connection;
    private readonly WitnessedSensor[] _sensors;
    private readonly int[] _channels;
    private readonly Heap _heap;
    private readonly WorldPower _power = new();
    private readonly ConfigurationStore _choice;
    private readonly Uptime _uptime;
    private readonly WorldBoot _boot;
    private readonly bool _wasMisled;
    private long _wakeUptimeMs;
    private int _taken;

    /// <summary>Powers up; throws <see cref="PowerCutException"/> if the power goes again meanwhile.</summary>
    public WorldRun(WorldPlan plan, WorldHardware hardware, NodeWitness witness, Courier courier, long worldMs)
    {
        _plan = plan;
        _hardware = hardware;
        Surroundings around = hardware.Surroundings;
        _uptime = new Uptime(worldMs, hardware.PartsPerMillion);
        _board = new WorldBoard(hardware.Wiring, around) { WorldUs = worldMs * 1000 };
        _board.Enter();
        hardware.GiveSupply(worldMs);
        _heap = new Heap(around, hardware.Entropy);
        StrainedFlash flash = new(hardware.Flash, _heap);
        CountingStore counted = new(flash);
        BootKeeper boots = new(counted);
        _choice = new ConfigurationStore(counted, SensorCatalog.All());
        Configuration = _choice.Choose(Pseudonym, boots.Stage != BootStage.TelemetryOnly, new Complaints());
        _link = new WorldLink(around);
        _clock = new WorldClockChip(around, _uptime, plan.StartUnixMs, hardware.Entropy)
        {
            TimeServer = Configuration.TimeServer,
        };
        _connection = new WorldConnection(hardware, _clock, _heap, witness, courier.Deliver);
        string[] fitted = [.. Configuration.Sensors.Where(plan.Sensors.Contains)];
        ISensor[] sensors = SensorCatalog.Create(fitted, BoardCatalog.ByName(VirtualBoard.BoardName), new Complaints(), out _);
        _sensors = [.. sensors.Select(sensor => new WitnessedSensor(sensor, WorldAirNow, () => _board.HasDied))];
        hardware.Watcher = air => _sensors is [{ } first, ..] ? first.Witness(air) : air;
        NodePorts ports = new()
        {
            Clock = _clock,
            Link = _link,
            Broker = _connection,
            Store = counted,
            Indicator = new WorldIndicator(),
            Entropy = hardware.Entropy,
            Health = new WorldHealth(),
            Power = _power,
            Configuration = _choice,
            Boots = boots,
            Log = hardware.Log,
        };
        Node = new Node(Configuration, ports, [.. _sensors]);
        _channels = [.. Enumerable.Range(0, Node.ChannelCount).Select(Node.ChannelAt)];
        _boot = new WorldBoot(Node.Boot, _uptime);
        // An earlier boot believed in a time to come: then this one disbelieves the right time, and may fall for the same again.
        long trueSeconds = (plan.StartUnixMs + worldMs) / 1000;
        _wasMisled = Node.Journal.KnownUnixSeconds > trueSeconds + Limits.TimeFloorSlackSeconds;
    }

    /// <summary>The node.</summary>
    public Node Node { get; }

    /// <summary>What the node is told in this boot.</summary>
    public NodeConfiguration Configuration { get; }

    /// <summary>Whether that is on trial.</summary>
    public bool IsOnTrial => _choice.IsOnTrial;

    /// <summary>Whether what was asked for from afar has proved itself.</summary>
    public bool HasGood => _choice.HasGood;

    /// <summary>Whether its clock had no chance to be right.</summary>
    public bool IsMisled => _boot.IsMisled;

    /// <summary>Messages with samples that are under way.</summary>
    public int UnderWay => _connection.UnderWay;

    /// <summary>Whether the node wants to restart.</summary>
    public bool WantsRestart => _power.IsAsked;

    /// <summary>Whether the firmware has died at its sensor.</summary>
    public bool HasDied => _board.HasDied;

    /// <summary>Whether there is a connection to a broker.</summary>
    public bool IsConnected => _connection.IsOpen;

    /// <summary>Whether something goes on for which the node cannot be connected, whatever it does.</summary>
    public bool IsCutOff
    {
        get
        {
            Surroundings around = _hardware.Surroundings;
            return around.Has(FaultKind.WifiLoss) || around.Has(FaultKind.DnsFailure) || around.Has(FaultKind.BrokerDown)
                || around.Has(FaultKind.HalfOpen) || around.Has(FaultKind.HeapShortage)
                || (_hardware.Brokers.IsEncrypted && !_hardware.Brokers.CanBeTrustedAt(BestKnownUnixMs()));
        }
    }

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
            Note(witness);
        }
    }

    /// <summary>Something around the connection has begun that may end it.</summary>
    public void Interrupt(FaultKind kind) => _connection.Interrupt(kind);

    /// <summary>Somebody sends the node a message.</summary>
    /// <returns>Whether it is on its way.</returns>
    public bool Send(string topic, byte[] payload, bool isRetained) => _connection.Send(topic, payload, isRetained);

    /// <summary>The power is gone.</summary>
    public void End() => _connection.CutOff();

    private static string FirstLine(Exception error) => error.StackTrace?.Split('\n')[0].Trim() ?? string.Empty;

    // What an answer of a time server said; without one the latest time that is surely past (BootClock): what an earlier boot knew,
    // less what its time server may have been ahead.
    private long BestKnownUnixMs()
    {
        long knownSeconds = Node.Journal.KnownUnixSeconds - Limits.TimeFloorSlackSeconds;
        long floorSeconds = Math.Max(_hardware.Provisioned.TimeFloorUnixSeconds, Limits.TimeFloorUnixSeconds);
        return _clock.IsAnswered ? _clock.CertificateUnixMs
            : (Math.Max(knownSeconds, floorSeconds) - Limits.AssumedBehindSeconds) * 1000;
    }

    private void Note(NodeWitness witness)
    {
        if (_clock.HasAssumedTooMuch && !_boot.IsMisled)
        {
            witness.Break(Promise.OrderAndTimes, "it takes a time for past that is yet to come");
        }

        bool hasTaken = Node.Counters.SamplesTaken != _taken;
        _taken = Node.Counters.SamplesTaken;
        if (hasTaken)
        {
            Take(witness);
        }
        else
        {
            witness.Follow(Node);
        }
    }

    private void Take(NodeWitness witness)
    {
        long sampleMs = Node.LatestUptimeSeconds * 1000;
        long beganMs = sampleMs;
        List<Reading> readings = [];
        List<int> channels = [];
        int index = 0;
        foreach (WitnessedSensor sensor in _sensors)
        {
            int first = index;
            index += sensor.Quantities.Length;
            if (!Node.WasDue(first))
            {
                continue; // A fan that has not run yet, or a measurement of the sample to come.
            }

            channels.AddRange(_channels[first..index]);
            if (sensor.HasDeliveredFor(sampleMs))
            {
                // The one on the BME280 sees the very air of its conversion; others see what was around meanwhile.
                beganMs = sensor == _sensors[0] ? sensor.BeganMs : beganMs;
                Check(witness, sensor);
                readings.AddRange(sensor.Latest);
            }
            else
            {
                // Safe mode leaves the sensor out, its note found no memory, or it did not answer in time: reasons only.
                Reading[] reasons = [.. Enumerable.Range(first, index - first).Select(Node.Latest)];
                if (!sensor.HasGiven(reasons))
                {
                    Honesty.CheckLeftOut(witness, reasons);
                }

                readings.AddRange(reasons);
            }

            sensor.HasDelivered = false;
        }

        Took(witness, beganMs, [.. channels], [.. readings]);
    }

    private void Check(NodeWitness witness, WitnessedSensor sensor)
    {
        if (sensor.Name == "bme280")
        {
            Honesty.Check(witness, sensor.Air, sensor.Latest);
            return;
        }

        StreetHonesty honesty = new(_hardware.AirAt, _hardware.StreetAt, _board.WorldUs / 1000);
        honesty.Check(witness, sensor.Name, sensor.Quantities, sensor.Latest);
    }

    private AirState WorldAirNow() => _hardware.AirAt(_board.WorldUs / 1000);

    private void Took(NodeWitness witness, long beganMs, int[] channels, Reading[] readings) => witness.Took(Node, new TakenSample
    {
        Boot = _boot,
        Channels = channels,
        UptimeMs = beganMs,
        Readings = readings,
        TrueUnixMs = _plan.StartUnixMs + _uptime.WorldMsAt(beganMs),
    });
}
