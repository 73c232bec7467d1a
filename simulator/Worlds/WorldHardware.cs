using UlmEdge.App.Boards;
using UlmEdge.Core.Configuration;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Worlds;

/// <summary>What of a node outlives a loss of power: flash, sensor, quartz, and its place in the world.</summary>
internal sealed class WorldHardware
{
    private const int SensorAddress = 0x76;
    private const int QuartzPartsPerMillion = 40;
    private const int BootMs = 500;

    private readonly WorldPlan _plan;
    private readonly IWeather _weather;
    private readonly Place _place;

    /// <summary>Hardware at a place.</summary>
    public WorldHardware(WorldPlan plan, NodeConfiguration provisioned, ulong seed, IWeather weather, Place place)
    {
        _plan = plan;
        Provisioned = provisioned;
        Brokers = new WorldBrokers(plan, provisioned);
        _weather = weather;
        _place = place;
        Entropy = new SeededEntropy(SeededNumbers.Derive(seed, "hardware"));
        PartsPerMillion = (int)new SeededEntropy(SeededNumbers.Derive(seed, "quartz"))
            .Between(-QuartzPartsPerMillion, QuartzPartsPerMillion + 1);
        VirtualBme280 first = new(FactoryCalibration.Draw(seed), worldUs => Watcher(AirAt(worldUs / 1000)));
        StationParts parts = new(
            BoardCatalog.ByName(VirtualBoard.BoardName), seed, worldUs => AirAt(worldUs / 1000), worldUs => StreetAt(worldUs / 1000));
        Wiring = parts.Fit(plan.Sensors.Skip(1));
        Wiring.Bus.Attach(SensorAddress, first);
        Wiring.Chips.Insert(0, first);
        CutSupply();
    }

    /// <summary>What goes wrong around it.</summary>
    public Surroundings Surroundings { get; } = new();

    /// <summary>What the node was told when it was provisioned.</summary>
    public NodeConfiguration Provisioned { get; }

    /// <summary>The brokers that it can reach.</summary>
    public WorldBrokers Brokers { get; }

    /// <summary>The flash volume.</summary>
    public SimulatedFlash Flash { get; } = new();

    /// <summary>What hangs on the board's pins; the first one is a BME280.</summary>
    public Wiring Wiring { get; }

    /// <summary>What the node says of itself.</summary>
    public WorldLog Log { get; } = new();

    /// <summary>The chip's random generator, and all other chance around the node.</summary>
    public SeededEntropy Entropy { get; }

    /// <summary>How much faster than true time its uptime passes.</summary>
    public int PartsPerMillion { get; }

    /// <summary>Sees the air that the chip sees.</summary>
    public Func<AirState, AirState> Watcher { get; set; } = air => air;

    /// <summary>What else is around it.</summary>
    public StreetState StreetAt(long worldMs) => _weather.StreetAt(_place, _plan.StartUnixMs + worldMs);

    /// <summary>The sensor that a fault strikes.</summary>
    public IVirtualChip ChipOf(Fault fault) => Wiring.Chips[(int)((fault.Draw >> 40) % (ulong)Wiring.Chips.Count)];

    /// <summary>The sensors have no supply any more.</summary>
    public void CutSupply() => Wiring.Chips.ForEach(chip => chip.Unplug());

    /// <summary>The sensors get their supply, but for one whose plug is pulled; the firmware begins half a second later.</summary>
    public void GiveSupply(long worldMs)
    {
        IVirtualChip? pulled = Surroundings.Latest(FaultKind.SensorAbsent) is { } fault ? ChipOf(fault) : null;
        foreach (IVirtualChip chip in Wiring.Chips.Where(chip => chip != pulled && !chip.IsPlugged))
        {
            chip.Plug((worldMs - BootMs) * 1000);
        }
    }

    /// <summary>The air around it.</summary>
    public AirState AirAt(long worldMs) => _weather.At(_place, _plan.StartUnixMs + worldMs);
}
