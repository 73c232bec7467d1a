using UlmEdge.Core;
using UlmEdge.Core.Boots;
using UlmEdge.Core.Configuration;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Worlds;

/// <summary>The life of one node in a seeded world: its boots, what goes wrong around it, and what it does.</summary>
/// <remarks>
/// Nodes of a world share weather and broker, which depend on nothing that a node does: so each life is lived on its own,
/// from one moment to the next, be it one at which the node wants to be called or one at which a fault begins or ends.
/// </remarks>
internal sealed class WorldNode
{
    /// <summary>The file that takes the space when others fill the flash.</summary>
    public const string ForeignFile = "foreign.bin";

    /// <summary>Within this time after all is well everything that was durable has arrived.</summary>
    public const long ConvergenceMsMax = 3 * 3_600_000;

    private const long HourMs = 3_600_000;

    private readonly WorldPlan _plan;
    private readonly WorldHardware _hardware;
    private readonly Agenda _agenda = new();
    private readonly FaultActs _acts;
    private readonly SeededEntropy _checks;
    private readonly Courier _courier;
    private readonly Backend _backend;
    private readonly Reachable _reachable;
    private readonly Configured _configured;
    private readonly RestartBudget _restartBudget;
    private long _worldMs;
    private long _nextHourMs = HourMs;
    private long _closesBefore;
    private bool _isStopping;
    private bool _isOffByItself;

    /// <summary>A node of a world, without power.</summary>
    public WorldNode(WorldPlan plan, int index, IWeather weather, Place place, Verdict verdict)
    {
        _plan = plan;
        ulong seed = SeededNumbers.Derive((ulong)plan.Seed, place.Id);
        NodeConfiguration provisioned = WorldConfiguration.Draw(plan, place.Id);
        _checks = new SeededEntropy(SeededNumbers.Derive(seed, "checks"));
        Witness = new NodeWitness(place.Id, verdict) { FloorSeconds = provisioned.TimeFloorUnixSeconds };
        _courier = new Courier(provisioned.Root, Witness, () => Running?.Node, plan.Overhear);
        _hardware = new WorldHardware(plan, provisioned, seed, weather, place);
        Flash.Plant(ProvisionedFile.Name, ProvisionedFile.Of(provisioned));
        _reachable = new Reachable(Witness);
        _configured = new Configured(Witness, ConfigurationHash.Of(provisioned));
        _restartBudget = new RestartBudget(Witness);
        string baseName = $"{provisioned.Root}/{place.Id}/";
        _backend = new Backend(baseName, new SeededEntropy(SeededNumbers.Derive(seed, "backend")));
        Operator operators = new(this, _hardware.Brokers, baseName + "config/desired", _agenda);
        _acts = new FaultActs(this, _hardware, _backend, operators, _agenda);
        if (plan.Intensity != FaultIntensity.None)
        {
            _agenda.Add(_backend.NextGapMs, Ask);
        }

        foreach (Fault fault in plan.Faults.Where(fault => fault.Strikes(index)))
        {
            _agenda.Add(fault.StartMs, () => _acts.Begin(fault));
            if (fault.EndMs > fault.StartMs)
            {
                _agenda.Add(fault.EndMs, () => _acts.End(fault));
            }
        }
    }

    /// <summary>What was taken and what arrived.</summary>
    public NodeWitness Witness { get; }

    /// <summary>What goes wrong around it.</summary>
    public Surroundings Surroundings => _hardware.Surroundings;

    /// <summary>The flash.</summary>
    public SimulatedFlash Flash => _hardware.Flash;

    /// <summary>What the node had to say.</summary>
    public WorldLog Log => _hardware.Log;

    /// <summary>The boot that is under way, or null while there is no power.</summary>
    public WorldRun? Running { get; private set; }

    /// <summary>Power cuts so far.</summary>
    public long Cuts { get; private set; }

    /// <summary>Restarts so far that the node itself wanted.</summary>
    public long Restarts { get; private set; }

    /// <summary>How often the firmware has died so far.</summary>
    public long Deaths { get; private set; }

    /// <summary>The time of day.</summary>
    public long UnixSeconds => (_plan.StartUnixMs + _worldMs) / 1000;

    /// <summary>Is shown the node about every hour.</summary>
    public Action<Node>? Looking { get; set; }

    /// <summary>World time.</summary>
    public long WorldMs => _worldMs;

    /// <summary>A number that two runs of the same plan have in common.</summary>
    public ulong Fingerprint => _courier.Fingerprint ^ (ulong)Flash.Operations ^ ((ulong)Cuts << 32)
        ^ ((ulong)Restarts << 48) ^ ((ulong)Deaths << 56);

    /// <summary>Lives until all faults are over and all that was durable has arrived.</summary>
    public void Live()
    {
        PowerOn();
        RunUntil(_plan.HealedMs, () => false);
        Heal();
        int durable = Running!.Node.Journal.NextSample;
        if (!RunUntil(_worldMs + ConvergenceMsMax, () => Running?.Node is { IsInMemory: false } up && up.Journal.SettledUpTo >= durable))
        {
            Witness.Break(
                Promise.Convergence, $"{ConvergenceMsMax / HourMs} hours after the last fault {Waiting(durable)}");
        }

        _isStopping = true;
        Running?.Node.Stop();
        if (!RunUntil(_worldMs + HourMs, () => Running is { Node.IsDrained: true }))
        {
            Witness.Break(Promise.Convergence, $"an hour after its end {Waiting(durable)}");
        }

        if (Running?.Node is not { } node)
        {
            return;
        }

        Check(node);
        NothingLost.CheckEnd(Witness, node);
        OrderAndTimes.CheckEnd(Witness);
        LedgerAddsUp.CheckEnd(Witness, node);
    }

    /// <summary>Switches on, unless there is power.</summary>
    /// <returns>False if the power was cut before the loop began.</returns>
    public bool PowerOn()
    {
        if (Running is not null)
        {
            return true;
        }

        try
        {
            Running = new WorldRun(_plan, _hardware, Witness, _courier, _worldMs);
            _isOffByItself = false;
            Witness.Booted(Running.Node);
            _configured.Booted(ConfigurationHash.Of(Running.Configuration), Running.IsOnTrial);
            if (_isStopping)
            {
                Running.Node.Stop();
            }

            return true;
        }
        catch (PowerCutException)
        {
            Cuts++;
            _isOffByItself = false;
            Surroundings.Note(FaultKind.CutInRecovery);
            return false;
        }
    }

    /// <summary>Takes the power away, if there is any.</summary>
    /// <returns>Whether there was.</returns>
    public bool CutPower()
    {
        if (Running is not { } run)
        {
            return false;
        }

        Cuts++;
        End(run);
        return true;
    }

    /// <summary>Lets the firmware die, if it lives.</summary>
    /// <returns>Whether it did.</returns>
    public bool Die()
    {
        if (Running is not { } run)
        {
            return false;
        }

        Deaths++;
        End(run);
        return true;
    }

    private void End(WorldRun run)
    {
        run.End();
        Running = null;
        _hardware.CutSupply();
        Witness.LostPower();
    }

    private void Restart(WorldRun run)
    {
        Restarts++;
        bool refuses = run.Node.IsInMemory || Surroundings.Has(FaultKind.FlashFull) || Surroundings.Has(FaultKind.FlashWriteError);
        if (refuses && run.Node.Restarts.Reason == RestartReason.ConfigurationReturn)
        {
            Witness.LostPower(); // To be reached again counts for more than what no flash takes.
        }
        else
        {
            Witness.Restarts(run.Node);
        }

        _restartBudget.Restarts(run.Node.Restarts.Reason, run.IsMisled);
        run.End();
        Running = null;
        _isOffByItself = true;
        _acts.Restart();
    }

    private string Waiting(int durable) => Running?.Node is { } node
        ? $"samples from {node.Journal.SettledUpTo} on still wait, of {durable}, {node.WaitingSamples} in all; the publisher is "
            + $"{node.PublisherState}, {node.Journal.IslandCount} islands"
        : "there is no node";

    private void Ask()
    {
        if (Running is { } run)
        {
            _backend.Ask(run, UnixSeconds);
        }

        _agenda.Add(_worldMs + _backend.NextGapMs, Ask);
    }

    // Whatever is armed, or was still to come, does not come any more.
    private void Heal()
    {
        Flash.Disarm();
        _agenda.Clear();
        PowerOn();
    }

    private bool RunUntil(long endMs, Func<bool> isDone)
    {
        while (_worldMs < endMs && !isDone())
        {
            long momentMs = Math.Min(_agenda.NextMs, endMs);
            if (Running is { } run && run.WakeMs < momentMs)
            {
                _worldMs = Math.Max(_worldMs, run.WakeMs);
                Tick(run);
                LookWhetherReachable();
                continue;
            }

            _worldMs = Math.Max(_worldMs, momentMs);
            Witness.WorldMs = _worldMs;
            Running?.AdvanceTo(_worldMs);
            LookWhetherReachable();
            _agenda.TakeUpTo(_worldMs);
            LookWhetherReachable();
        }

        return isDone();
    }

    private void LookWhetherReachable() =>
        _reachable.Look(Running is { IsConnected: true }, Running?.IsCutOff ?? !_isOffByItself);

    private void Tick(WorldRun run)
    {
        Witness.WorldMs = _worldMs;
        try
        {
            run.Tick(_worldMs, Witness);
        }
        catch (PowerCutException)
        {
            if (run.HasDied)
            {
                Die();
                _isOffByItself = true;
                _acts.FirmwareDied();
                return;
            }

            CutPower();
            _acts.PowerIsCut();
            return;
        }

        if (run.WantsRestart)
        {
            Restart(run);
            return;
        }

        _configured.Look(run.IsOnTrial, run.HasGood);
        Bounds.CheckMemory(Witness, run.Node);
        Bounds.CheckWindow(Witness, run.UnderWay, run.Configuration.Window);
        LedgerAddsUp.CheckSettled(Witness, run.Node);
        if (_worldMs >= _nextHourMs)
        {
            Check(run.Node);
        }
    }

    private void Check(Node node)
    {
        _nextHourMs = (_worldMs / HourMs * HourMs) + HourMs;
        Looking?.Invoke(node);
        LedgerAddsUp.Check(Witness, node, _checks);
        bool deletesFail = Surroundings.Has(FaultKind.HeapShortage) || Surroundings.Has(FaultKind.FlashWriteError);
        Bounds.CheckFlash(Witness, Flash, _hardware.Provisioned.JournalSegments, deletesFail);
        bool isLeftAlone = _plan.Faults.Count == 0 && !_backend.HasMeddled;
        bool isPlain = _plan.Sensors.Count == 1 && WorldConfiguration.IsDefault(_hardware.Provisioned); // Sixteen channels close more.
        if (isLeftAlone && isPlain && _worldMs >= 2 * HourMs && _worldMs < _plan.HealedMs)
        {
            Bounds.CheckCloses(Witness, Flash.Closes - _closesBefore);
        }

        _closesBefore = Flash.Closes;
    }
}
